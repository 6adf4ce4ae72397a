package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Example;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.training.DeltaSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoraTrainerTest {

    private static final int HEIGHT = TinyBatch.HEIGHT;
    private static final int WIDTH = TinyBatch.WIDTH;

    private static TinySdxl tiny;
    private static UNet unet;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
    }

    @AfterAll
    static void close() {
        tiny.lane.run(unet::close);
        tiny.close();
    }

    private static TrainerSettings settings(
            TrainingTargets targets, double alpha, boolean checkpointed) {
        return new TrainerSettings(
                targets,
                DeltaSettings.of(TrainingMethod.LORA, 3, alpha),
                10,
                OptimizerSettings.of("adamw", 1e-2, 0.01),
                TextEncoderSettings.NONE,
                LearningRateSchedules.get("constant"),
                0,
                List.of(),
                checkpointed);
    }

    private static void with(TrainerSettings settings, Consumer<LoraTrainer> work) {
        tiny.lane.run(() -> {
            try (LoraTrainer trainer =
                    new LoraTrainer(
                            tiny.torch,
                            unet,
                            ComputeType.FLOAT32,
                            SchedulerConfig.SDXL,
                            settings)) {
                trainer.initialize(7);
                work.accept(trainer);
            }
        });
    }

    private static Batch batch(long seed) {
        return TinyBatch.of(unet, seed);
    }

    private static Batch batch(long seed, int height, int width) {
        return TinyBatch.of(unet, seed, height, width);
    }

    private static List<float[]> flat(LoraTrainer trainer) {
        return trainer.store().parameters().keySet().stream().map(trainer.store()::read).toList();
    }

    private static float[] predict() {
        return TinyBatch.predict(tiny, unet);
    }

    @Test
    void computingStepsAgainGivesTheSameGradientsWhateverIsTrained() {
        for (TrainingTargets targets : TrainingTargets.values()) {
            List<List<float[]>> gradients = new ArrayList<>();
            for (boolean checkpointed : new boolean[] {false, true}) {
                with(
                        settings(targets, 1, checkpointed),
                        trainer -> {
                            // After one update the second matrices are no longer zero.
                            trainer.update(List.of(batch(1)), new CancelToken());
                            trainer.update(List.of(batch(2)), new CancelToken());
                            gradients.add(
                                    trainer.store().parameters().keySet().stream()
                                            .map(trainer.store()::readGradient)
                                            .toList());
                        });
            }
            assertClose(gradients.getLast(), gradients.getFirst());
        }
    }

    private static void assertClose(List<float[]> got, List<float[]> want) {
        assertThat(got).hasSameSizeAs(want).isNotEmpty();
        for (int i = 0; i < want.size(); i++) {
            double largest = largest(want.get(i));
            double worst = 0;
            for (int k = 0; k < want.get(i).length; k++) {
                worst = Math.max(worst, Math.abs(want.get(i)[k] - got.get(i)[k]));
            }
            assertThat(largest).as("gradient %d", i).isPositive();
            assertThat(worst).as("gradient %d", i).isLessThan(1e-4 * largest + 1e-7);
        }
    }

    @Test
    void twoRunsOfOneSeedAreEqualToTheBit() {
        List<List<float[]>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            with(
                    settings(TrainingTargets.ATTENTION, 3, true),
                    trainer -> {
                        for (int step = 0; step < 5; step++) {
                            trainer.update(
                                    List.of(batch(step), batch(step + 100)), new CancelToken());
                        }
                        runs.add(flat(trainer));
                    });
        }
        assertThat(runs.getFirst()).usingRecursiveComparison().isEqualTo(runs.getLast());
    }

    /** The prediction without a record is the very one that training makes. */
    @Test
    void measuresTheLossThatTrainingWouldSee() {
        for (boolean checkpointed : new boolean[] {false, true}) {
            with(
                    settings(TrainingTargets.TRANSFORMERS, 3, checkpointed),
                    trainer -> {
                        trainer.update(List.of(batch(1)), new CancelToken());
                        double measured = trainer.loss(batch(2), new CancelToken());
                        double trained =
                                trainer.update(List.of(batch(2)), new CancelToken()).loss();
                        assertThat(measured).isCloseTo(trained, within(1e-6 * trained));
                        assertThat(trainer.loss(batch(2), new CancelToken())).isLessThan(measured);
                    });
        }
    }

    @Test
    void measuringDisturbsNothing() {
        List<TrainerState> ends = new ArrayList<>();
        for (boolean measured : new boolean[] {false, true}) {
            with(
                    settings(TrainingTargets.ATTENTION, 3, true),
                    trainer -> {
                        for (int step = 0; step < 3; step++) {
                            if (measured) {
                                trainer.loss(batch(step + 50), new CancelToken());
                            }
                            trainer.update(List.of(batch(step)), new CancelToken());
                        }
                        ends.add(trainer.state());
                    });
        }
        assertThat(ends.getLast()).usingRecursiveComparison().isEqualTo(ends.getFirst());
    }

    /**
     * A run that is gone on with has seen other sizes first than the run that it goes on with; in
     * bf16 a product more or less in one piece is another number.
     */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "BFLOAT16"})
    void whichSizesCameBeforeChangesNoGradient(ComputeType type) {
        List<TrainerState> ends = new ArrayList<>();
        for (boolean other : new boolean[] {false, true}) {
            UNet fresh = tiny.unet(type);
            tiny.lane.run(() -> {
                try (LoraTrainer trainer =
                        new LoraTrainer(
                                tiny.torch,
                                fresh,
                                type,
                                SchedulerConfig.SDXL,
                                settings(TrainingTargets.TRANSFORMERS, 3, false))) {
                    trainer.initialize(7);
                    if (other) {
                        trainer.loss(batch(50, 12, 8), new CancelToken());
                    }
                    trainer.update(List.of(batch(0)), new CancelToken());
                    trainer.update(List.of(batch(1, 8, 16)), new CancelToken());
                    ends.add(trainer.state());
                }
                fresh.close();
            });
        }
        assertThat(ends.getLast()).usingRecursiveComparison().isEqualTo(ends.getFirst());
    }

    @Test
    void measuringStopsOnRequestAndWhereTheLossIsNoNumber() {
        Example first = batch(1).examples().getFirst();
        float[] latents = first.latents().clone();
        latents[3] = Float.NaN;
        Batch broken =
                new Batch(
                        HEIGHT,
                        WIDTH,
                        List.of(
                                new Example(
                                        latents,
                                        first.caption(),
                                        first.sizes(),
                                        first.noise(),
                                        first.timestep())));
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        with(
                settings(TrainingTargets.ATTENTION, 3, false),
                trainer -> {
                    assertThatThrownBy(() -> trainer.loss(batch(1), cancel))
                            .isInstanceOf(CancelledException.class);
                    assertThatThrownBy(() -> trainer.loss(broken, new CancelToken()))
                            .isInstanceOf(NotFiniteException.class)
                            .hasMessageContaining("step 0, as its loss on the probe");
                });
    }

    @Test
    void goesOnFromAStateToTheBit() {
        List<TrainerState> ends = new ArrayList<>();
        TrainerSettings settings = settings(TrainingTargets.ATTENTION, 1, false);
        List<TrainerState> middle = new ArrayList<>();
        with(
                settings,
                trainer -> {
                    for (int step = 0; step < 6; step++) {
                        if (step == 3) {
                            middle.add(trainer.state());
                        }
                        trainer.update(List.of(batch(step)), new CancelToken());
                    }
                    ends.add(trainer.state());
                });
        with(
                settings,
                trainer -> {
                    trainer.restore(middle.getFirst());
                    assertThat(trainer.done()).isEqualTo(3);
                    for (int step = 3; step < 6; step++) {
                        trainer.update(List.of(batch(step)), new CancelToken());
                    }
                    ends.add(trainer.state());
                });
        assertThat(ends.getLast()).usingRecursiveComparison().isEqualTo(ends.getFirst());
        assertThat(ends.getFirst()).usingRecursiveComparison().isNotEqualTo(middle.getFirst());
    }

    @Test
    void takesNoStateOfAnotherAdapter() {
        List<TrainerState> states = new ArrayList<>();
        with(
                settings(TrainingTargets.TRANSFORMERS, 3, false),
                trainer -> states.add(trainer.state()));
        with(
                settings(TrainingTargets.ATTENTION, 3, false),
                trainer -> {
                    List<float[]> before = flat(trainer);
                    assertThatThrownBy(() -> trainer.restore(states.getFirst()))
                            .isInstanceOf(AtelierException.class)
                            .hasMessageContaining("another adapter");
                    assertThat(flat(trainer)).usingRecursiveComparison().isEqualTo(before);
                });
    }

    @Test
    void stopsInTheVeryStepThatMakesAWeightInfinite() {
        TrainerSettings usual = settings(TrainingTargets.ATTENTION, 1, false);
        with(
                new TrainerSettings(
                        usual.targets(),
                        usual.delta(),
                        usual.updates(),
                        OptimizerSettings.of("adamw", 1e38, 100),
                        usual.textEncoders(),
                        usual.schedule(),
                        0,
                        List.of(),
                        false),
                trainer -> {
                    assertThatThrownBy(() -> trainer.update(List.of(batch(1)), new CancelToken()))
                            .isInstanceOf(NotFiniteException.class)
                            .hasMessageContaining("step 1, as its weights are");
                    assertThatThrownBy(() -> trainer.state().requireFinite())
                            .isInstanceOf(NotFiniteException.class);
                });
    }

    @Test
    void fitsOneBatchBetterAndBetter() {
        with(
                settings(TrainingTargets.TRANSFORMERS, 3, false),
                trainer -> {
                    double first = trainer.update(List.of(batch(1)), new CancelToken()).loss();
                    double last = first;
                    for (int step = 1; step < 10; step++) {
                        last = trainer.update(List.of(batch(1)), new CancelToken()).loss();
                    }
                    assertThat(last).isLessThan(0.95 * first);
                    assertThat(trainer.done()).isEqualTo(10);
                });
    }

    @Test
    void changesNothingBeforeTheFirstUpdateNorAfterItIsClosed() {
        float[] plain = predict();
        with(
                settings(TrainingTargets.ALL, 3, false),
                trainer -> {
                    assertThat(predict()).isEqualTo(plain);
                    trainer.update(List.of(batch(1)), new CancelToken());
                    assertThat(predict()).isNotEqualTo(plain);
                });
        assertThat(predict()).isEqualTo(plain);
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Test
    void stopsWithoutAChangeWhenTheLossIsNoNumber() {
        Example first = batch(1).examples().getFirst();
        float[] latents = first.latents().clone();
        latents[3] = Float.POSITIVE_INFINITY;
        Example infinite =
                new Example(
                        latents, first.caption(), first.sizes(), first.noise(), first.timestep());
        with(
                settings(TrainingTargets.ATTENTION, 3, true),
                trainer -> {
                    List<float[]> before = flat(trainer);
                    assertThatThrownBy(() ->
                                    trainer.update(
                                            List.of(new Batch(HEIGHT, WIDTH, List.of(infinite))),
                                            new CancelToken()))
                            .isInstanceOf(AtelierException.class)
                            .hasMessageContaining("step 1")
                            .hasMessageContaining("learningRate");
                    assertThat(flat(trainer)).usingRecursiveComparison().isEqualTo(before);
                    assertThat(trainer.done()).isZero();
                });
    }

    @Test
    void stopsBetweenBlocksWithoutAChange() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        with(
                settings(TrainingTargets.ATTENTION, 3, true),
                trainer -> {
                    List<float[]> before = flat(trainer);
                    assertThatThrownBy(() -> trainer.update(List.of(batch(1)), cancel))
                            .isInstanceOf(CancelledException.class);
                    assertThat(flat(trainer)).usingRecursiveComparison().isEqualTo(before);
                });
    }
}
