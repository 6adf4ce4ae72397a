package atelier.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Lane;
import atelier.engine.weights.FloatTensor;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that are stopped in mid-run and closed, again and again. */
class CancelledRunTest {

    private static final int ROUNDS = 50;
    private static final int SIDE = 256;
    private static final int LAYERS = 60;
    private static final long CHANNELS = 16;

    @TempDir private Path folder;

    /** Seconds of work in operators of some milliseconds. */
    private Path longWork() {
        OnnxGraph graph = new OnnxGraph("long");
        String x = graph.input("x", CHANNELS, SIDE, SIDE);
        float[] numbers = new TorchRandom(1).normal(Math.toIntExact(CHANNELS * CHANNELS * 25));
        String weight =
                graph.weight("w", new FloatTensor(List.of(CHANNELS, CHANNELS, 5L, 5L), numbers));
        for (int layer = 0; layer < LAYERS; layer++) {
            String y =
                    graph.node(
                            "Conv",
                            "conv" + layer,
                            List.of(x, weight),
                            OnnxAttribute.wholes("pads", 2, 2, 2, 2));
            x = graph.node("Tanh", "tanh" + layer, List.of(y));
        }
        graph.node("Identity", "y", List.of(x));
        graph.output("y", CHANNELS, SIDE, SIDE);
        Path file = folder.resolve("long.onnx");
        graph.write(file);
        return file;
    }

    @Test
    void fiftyRunsAreStoppedAndTheirSessionsClosedAtOnce() {
        Path file = longWork();
        float[] input = new float[Math.toIntExact(CHANNELS * SIDE * SIDE)];
        try (Lane lane = new Lane();
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                CancelToken cancel = new CancelToken();
                CountDownLatch begun = new CountDownLatch(1);
                OnnxSession session = lane.call(() -> OnnxSession.open(lane, file));
                CompletableFuture<Void> work =
                        CompletableFuture.runAsync(
                                () ->
                                        lane.run(() -> {
                                            begun.countDown();
                                            session.run(
                                                    List.of(
                                                            HostArray.of(
                                                                    input, 1, CHANNELS, SIDE,
                                                                    SIDE)),
                                                    cancel);
                                        }),
                                workers);
                await(begun);
                // Not always at the same operator.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(round % 10));
                cancel.cancel();
                lane.run(session::close);
                assertThatThrownBy(work::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(CancelledException.class);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasStoppedBeforeItBeganDoesNotBegin() {
        Path file = longWork();
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (OnnxSession session = OnnxSession.open(lane, file)) {
                    assertThatThrownBy(() -> session.run(List.of(), cancel))
                            .isInstanceOf(CancelledException.class);
                }
            });
        }
    }
}
