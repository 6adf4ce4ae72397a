package atelier.service.dataset;

import atelier.engine.torch.ThreadPriority;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Works on pictures on all cores, as many at a time as fit into memory. Who waits for it is let go
 * within a fraction of a second when the work is cancelled; what is being decoded then ends by
 * itself and leaves nothing behind.
 */
final class ParallelPictures {

    private static final long MEGABYTE = 1 << 20;
    private static final int POLL_MILLIS = 100;

    private final int cores;
    private final int budget;

    /** On all cores, with half of the memory that this process may take. */
    ParallelPictures() {
        this(
                Runtime.getRuntime().availableProcessors(),
                (int) Math.max(1, Runtime.getRuntime().maxMemory() / MEGABYTE / 2));
    }

    /**
     * @param budget megabytes for all pictures in work together; a larger one is worked on alone
     */
    ParallelPictures(int cores, int budget) {
        this.cores = cores;
        this.budget = budget;
    }

    /**
     * Applies some work to each file.
     *
     * @param bytes how much memory the work on a file takes
     * @param work called on other threads, for several files at once
     * @return the results in the order of the files
     */
    <T> List<T> map(
            List<Path> files,
            ToLongFunction<Path> bytes,
            Function<Path, T> work,
            String stage,
            ProgressListener progress,
            CancelToken cancel) {
        cancel.check();
        Semaphore memory = new Semaphore(budget);
        ExecutorService threads = Executors.newFixedThreadPool(cores, ParallelPictures::thread);
        CompletionService<Indexed<T>> done = new ExecutorCompletionService<>(threads);
        try {
            for (int i = 0; i < files.size(); i++) {
                int index = i;
                Path file = files.get(i);
                done.submit(() -> {
                    cancel.check();
                    int share = share(bytes.applyAsLong(file));
                    memory.acquire(share);
                    try {
                        cancel.check();
                        return new Indexed<>(index, work.apply(file));
                    } finally {
                        memory.release(share);
                    }
                });
            }
            return collect(done, files.size(), stage, progress, cancel);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One that gives way to others: a window is not to stand still while pictures are read. */
    private static Thread thread(Runnable task) {
        return Thread.ofPlatform()
                .daemon()
                .name("pictures")
                .unstarted(() -> {
                    ThreadPriority.lower();
                    task.run();
                });
    }

    private record Indexed<T>(int index, T value) {}

    private int share(long bytes) {
        return Math.clamp(bytes / MEGABYTE + 1, 1, budget);
    }

    private static <T> List<T> collect(
            CompletionService<Indexed<T>> done,
            int count,
            String stage,
            ProgressListener progress,
            CancelToken cancel) {
        List<@Nullable T> results = new ArrayList<>(Collections.nCopies(count, null));
        progress.progressed(Progress.of(stage, 0, count, "picture"));
        for (int finished = 0; finished < count; ) {
            Indexed<T> one = next(done, cancel);
            if (one != null) {
                results.set(one.index(), one.value());
                progress.progressed(Progress.of(stage, ++finished, count, "picture"));
            }
        }
        List<T> all = new ArrayList<>(count);
        for (T result : results) {
            if (result != null) {
                all.add(result);
            }
        }
        return all;
    }

    private static <T> @Nullable T next(CompletionService<T> done, CancelToken cancel) {
        try {
            cancel.check();
            Future<T> future = done.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return future == null ? null : future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AtelierException("Reading the pictures was interrupted: start it again.", e);
        } catch (ExecutionException e) {
            cancel.check();
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
