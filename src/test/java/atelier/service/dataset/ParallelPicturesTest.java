package atelier.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelPicturesTest {

    private static final List<Path> FILES =
            IntStream.range(0, 20).mapToObj(i -> Path.of("%02d.png".formatted(i))).toList();
    private static final long MEGABYTE = 1 << 20;

    private static <T> List<T> map(
            ParallelPictures parallel, long bytes, Function<Path, T> work, CancelToken cancel) {
        return parallel.map(FILES, file -> bytes, work, "Reading", ProgressListener.NONE, cancel);
    }

    @Test
    void givesTheResultsInOrderAndTellsOfEach() {
        List<Progress> heard = new ArrayList<>();
        List<Path> results =
                new ParallelPictures(4, 100)
                        .map(
                                FILES,
                                file -> 0,
                                file -> {
                                    pause(file.toString().hashCode() & 7);
                                    return file;
                                },
                                "Reading",
                                heard::add,
                                new CancelToken());
        assertThat(results).isEqualTo(FILES);
        assertThat(heard).hasSize(21).last().isEqualTo(Progress.of("Reading", 20, 20, "picture"));
    }

    @Test
    void onlyAsManyAsFitIntoMemoryAreWorkedOnTogether() {
        assertThat(together(4, 100, 10 * MEGABYTE)).isBetween(2, 4);
        assertThat(together(4, 100, 40 * MEGABYTE)).isLessThanOrEqualTo(2);
        // More than all there is: alone, but not never.
        assertThat(together(4, 100, 5000 * MEGABYTE)).isEqualTo(1);
    }

    private static int together(int cores, int budget, long bytes) {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        map(
                new ParallelPictures(cores, budget),
                bytes,
                file -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    pause(5);
                    return now.decrementAndGet();
                },
                new CancelToken());
        return most.get();
    }

    /** Even while a decoder does not listen. */
    @Test
    void lettingGoTakesNoSecond() {
        CancelToken cancel = new CancelToken();
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    await(started);
                    cancel.cancel();
                });
        long[] cancelled = new long[1];
        try {
            assertThatThrownBy(() ->
                            map(
                                    new ParallelPictures(2, 100),
                                    0,
                                    file -> {
                                        cancelled[0] = System.nanoTime();
                                        started.countDown();
                                        awaitStubbornly(stuck);
                                        return file;
                                    },
                                    cancel))
                    .isInstanceOf(CancelledException.class);
            assertThat(System.nanoTime() - cancelled[0]).isLessThan(TimeUnit.SECONDS.toNanos(1));
        } finally {
            stuck.countDown();
        }
    }

    @Test
    void aDefectComesThrough() {
        assertThatThrownBy(() ->
                        map(
                                new ParallelPictures(2, 100),
                                0,
                                file -> {
                                    throw new IllegalStateException("defect");
                                },
                                new CancelToken()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("defect");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // As a decoder that knows of no interrupts.
            }
        }
    }
}
