package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.util.NativeResource;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.weights.UNetShapes;
import atelier.model.job.CancelToken;
import atelier.service.job.ResidentMemory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The gradients of one block at a time are all that there are. */
class FullTrainingMemoryTest {

    private static final long KIB = 1024;

    private static FullTrainingMemory forecast() {
        return FullTrainingMemory.of(UNetShapes.of(FullTrainingPeak.SIZES), Float.BYTES);
    }

    /** The weights' gradients together are as large as the weights. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aStepTakesLessThanTheGradientsOfAllWeights() throws IOException, InterruptedException {
        // What the allocator cannot use again differs from one process to the next, and only adds.
        long above = Math.min(above(), above());
        long gradients = forecast().weights();
        assertThat(gradients).isGreaterThan(200_000_000L);
        assertThat(above).as("of %d bytes", gradients).isLessThan(gradients * 3 / 4);
    }

    private static long above() throws IOException, InterruptedException {
        List<Long> kib = ResidentMemory.of(FullTrainingPeak.class);
        assertThat(kib).hasSize(2);
        return (kib.getLast() - kib.getFirst()) * KIB;
    }

    @Test
    void theForecastIsOfOneBlock() {
        FullTrainingMemory forecast = forecast();
        assertThat(forecast.gradient() + forecast.working()).isLessThan(forecast.weights() / 2);
    }

    @Test
    void whenABlocksGradientsComeThoseOfTheBlockBeforeAreFreed() {
        try (TinyFull tiny = new TinyFull()) {
            tiny.tiny.lane.run(() -> {
                TrainedModel model =
                        TrainedModel.unet(tiny.unet, ComputeType.FLOAT32, SchedulerConfig.SDXL);
                List<NDArray> before = new ArrayList<>();
                List<Integer> blocks = new ArrayList<>();
                try (Autograd autograd = new Autograd(tiny.tiny.torch);
                        OwnWeights own = new OwnWeights(tiny.tiny.torch, autograd, tiny.unet);
                        BatchGradients pass =
                                new BatchGradients(
                                        tiny.tiny.torch, autograd, model, List.of(), true)) {
                    tiny.unet.change(own.changes());
                    pass.use(
                            tiny.batch(1),
                            loss -> {},
                            (leaves, found) -> {
                                assertThat(before).allMatch(FullTrainingMemoryTest::isFreed);
                                assertThat(found).noneMatch(FullTrainingMemoryTest::isFreed);
                                blocks.add(found.size());
                                before.addAll(found);
                            },
                            new CancelToken());
                    assertThat(before)
                            .hasSize(own.arrays().size())
                            .allMatch(FullTrainingMemoryTest::isFreed);
                    // A transformer's block has 20 arrays or so, of more than 600.
                    assertThat(blocks).hasSizeGreaterThan(50).allMatch(size -> size < 30);
                } finally {
                    tiny.unet.change(Map.<String, LayerChange>of());
                }
            });
        }
    }

    private static boolean isFreed(NDArray array) {
        return ((NativeResource<?>) array).isReleased();
    }
}
