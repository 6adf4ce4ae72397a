package atelier.service.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.bench.StepWork;
import atelier.model.AtelierException;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import atelier.reference.Reference;
import atelier.service.job.Accelerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measurement of training, over small networks of the same structure. */
class TrainingBenchTest {

    private static final Accelerator ACCELERATOR = new Accelerator();

    @TempDir Path folder;
    private final List<Progress> told = new ArrayList<>();

    @AfterAll
    static void close() {
        ACCELERATOR.close();
    }

    @Test
    void measuresAStepBothWays() {
        TrainingBench.Result result = measure(order(null, 64, 96, 4, 2));
        assertThat(result.layers()).isEqualTo(linearLayers());
        assertThat(result.product()).isPositive();
        assertThat(result.speeds())
                .extracting(TrainingBench.Speed::checkpointed)
                .containsExactly(false, true);
        assertThat(result.speeds())
                .extracting(TrainingBench.Speed::operations)
                .containsExactly(operations(false), operations(true));
        assertThat(operations(true)).isGreaterThan(operations(false));
        assertThat(result.speeds())
                .allSatisfy(speed -> {
                    assertThat(speed.seconds()).isPositive();
                    assertThat(speed.share()).isPositive();
                });
        assertThat(told.getLast().done()).isEqualTo(told.getLast().total()).isEqualTo(7);
    }

    private static double operations(boolean checkpointed) {
        return new StepWork(
                        TrainingTargets.TRANSFORMERS,
                        DeltaSettings.of(TrainingMethod.LORA, 4, 4),
                        false,
                        checkpointed)
                .operations(SmallNetworks.SIZES.unet(), 12, 8, 77);
    }

    /** Level 1 has 2 + 3 transformers of one block, level 2 has 2 + 3 and the middle of two. */
    private static int linearLayers() {
        int blocks = 5 * 1 + 6 * 2;
        int transformers = 5 + 6;
        return 10 * blocks + 2 * transformers;
    }

    @Test
    void measuresAModelsOwnUNet() {
        ModelChoice tiny = ModelChoice.of(Reference.root().resolve("tiny-sdxl"));
        TrainingBench.Result result = measure(order(tiny, 64, 64, 2, 1));
        assertThat(result.speeds()).hasSize(2);
        assertThat(result.layers()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 64, 4, 1, The size 100x64 cannot be measured: both sides must be divisible by 8.",
        "64, 64, 0, 1, The rank 0 is too small: choose 1 or more.",
        "64, 64, 4, 0, 0 steps cannot be measured: choose 1 or more."
    })
    void refusesWhatCannotBeTrained(int width, int height, int rank, int steps, String message) {
        assertThatThrownBy(() -> measure(order(null, width, height, rank, steps)))
                .isInstanceOf(AtelierException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhatIsMissingWhereTheMemoryIsShort() {
        TrainingBench full =
                new TrainingBench(ACCELERATOR, folder, NetworkSizes.sdxl(), () -> 2_000_000_000L);
        assertThatThrownBy(() ->
                        full.measure(
                                order(null, 64, 64, 4, 1),
                                ProgressListener.NONE,
                                new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("and 2.0 GB are free: close other programs")
                .hasMessageContaining("atelier bench train --model");
    }

    @Test
    void stopsWhenToldTo() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() ->
                        bench().measure(order(null, 64, 64, 4, 1), ProgressListener.NONE, cancel))
                .isInstanceOf(CancelledException.class);
    }

    private TrainingBench.Result measure(TrainingBench.Order order) {
        return bench().measure(order, told::add, new CancelToken());
    }

    private TrainingBench bench() {
        return new TrainingBench(ACCELERATOR, folder, SmallNetworks.SIZES, () -> 20_000_000_000L);
    }

    private static TrainingBench.Order order(
            @Nullable ModelChoice model, int width, int height, int rank, int steps) {
        return new TrainingBench.Order(model, width, height, rank, steps, DeviceChoice.CPU);
    }
}
