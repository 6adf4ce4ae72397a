package atelier.service.starter.build;

import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Paints many pictures on all processors. */
final class ParallelPainting {

    private ParallelPainting() {}

    /**
     * Paints some.
     *
     * @param painting paints the picture of a place; by several threads at once
     * @return what it gave, place by place
     */
    static <T> List<T> of(
            int count, IntFunction<T> painting, ProgressListener progress, CancelToken cancel) {
        List<Future<T>> begun = new ArrayList<>();
        List<T> painted = new ArrayList<>();
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < count; i++) {
                int place = i;
                begun.add(
                        executor.submit(() -> {
                            cancel.check();
                            return painting.apply(place);
                        }));
            }
            for (Future<T> picture : begun) {
                progress.progressed(Progress.of("Painting", painted.size(), count, "picture"));
                painted.add(result(picture));
            }
        }
        progress.progressed(Progress.of("Painting", count, count, "picture"));
        return List.copyOf(painted);
    }

    private static <T> T result(Future<T> picture) {
        try {
            return picture.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while painting", e);
        }
    }
}
