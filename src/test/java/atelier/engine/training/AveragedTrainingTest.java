package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.lora.TrainedLayer;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import atelier.model.training.DeltaSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A trainer that keeps an average of what it trains. */
class AveragedTrainingTest {

    private static final int SIDE = 4;
    private static final double DECAY = 0.3;

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

    private static void with(double decay, Consumer<LoraTrainer> work) {
        TrainerSettings settings =
                new TrainerSettings(
                        TrainingTargets.ATTENTION,
                        DeltaSettings.of(TrainingMethod.LORA, 2, 2),
                        decay,
                        10,
                        OptimizerSettings.of("adamw", 1e-2, 0.01),
                        TextEncoderSettings.NONE,
                        LearningRateSchedules.get("constant"),
                        0,
                        List.of(),
                        false);
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

    private static void update(LoraTrainer trainer, long seed) {
        TorchRandom random = new TorchRandom(seed);
        int context = unet.config().crossAttentionDim();
        int values = unet.config().inChannels() * SIDE * SIDE;
        Example example =
                new Example(
                        random.normal(values),
                        new Caption.Encoded(
                                new TextStates(
                                        5,
                                        random.normal(5 * context),
                                        random.normal(unet.config().pooledDim()))),
                        SizeConditioning.of(32, 32),
                        random.normal(values),
                        400);
        trainer.update(List.of(new Batch(SIDE, SIDE, List.of(example))), new CancelToken());
    }

    @Test
    void keepsTheAverageOfTheWeightsAfterEachUpdate() {
        with(
                DECAY,
                trainer -> {
                    Map<String, double[]> expected = new LinkedHashMap<>();
                    trainer.state()
                            .weights()
                            .forEach((name, tensor) -> expected.put(name, doubles(tensor)));
                    for (int n = 1; n <= 5; n++) {
                        update(trainer, n);
                        double share = Math.min(DECAY, (1.0 + n) / (10.0 + n));
                        trainer.state()
                                .weights()
                                .forEach((name, tensor) -> {
                                    double[] average = expected.get(name);
                                    for (int i = 0; i < average.length; i++) {
                                        average[i] =
                                                share * average[i]
                                                        + (1 - share) * tensor.values()[i];
                                    }
                                });
                    }
                    TrainerState state = trainer.state();
                    expected.forEach((name, average) ->
                            assertThat(doubles(state.averages().get(name)))
                                    .containsExactly(average, within(1e-6)));
                    assertThat(state.averages()).isNotEqualTo(state.weights());
                });
    }

    private static double[] doubles(FloatTensor tensor) {
        double[] doubles = new double[tensor.values().length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = tensor.values()[i];
        }
        return doubles;
    }

    /** The average is what is trained for: a trainer set to it gives the same adapter. */
    @Test
    void givesTheAverageAsTheAdapterAndTrainsOnWithTheWeights() {
        List<List<TrainedLayer>> adapters = new ArrayList<>();
        List<TrainerState> states = new ArrayList<>();
        with(
                DECAY,
                trainer -> {
                    update(trainer, 1);
                    update(trainer, 2);
                    adapters.add(trainer.trained());
                    states.add(trainer.state());
                    update(trainer, 3);
                    states.add(trainer.state());
                });
        TrainerState second = states.getFirst();
        with(
                0,
                trainer -> {
                    update(trainer, 1);
                    update(trainer, 2);
                    assertThat(trainer.trained())
                            .usingRecursiveComparison()
                            .isNotEqualTo(adapters.getFirst());
                    assertThat(trainer.state().averages()).isEmpty();
                    update(trainer, 3);
                    assertThat(trainer.state().weights())
                            .usingRecursiveComparison()
                            .isEqualTo(states.getLast().weights());
                    trainer.restore(
                            new TrainerState(
                                    2,
                                    second.averages(),
                                    new LinkedHashMap<>(),
                                    second.optimizer()));
                    assertThat(trainer.trained())
                            .usingRecursiveComparison()
                            .isEqualTo(adapters.getFirst());
                });
    }

    @Test
    void goesOnFromAStateToTheBit() {
        List<TrainerState> states = new ArrayList<>();
        with(
                DECAY,
                trainer -> {
                    for (int n = 1; n <= 6; n++) {
                        update(trainer, n);
                        if (n % 3 == 0) {
                            states.add(trainer.state());
                        }
                    }
                });
        with(
                DECAY,
                trainer -> {
                    trainer.restore(states.getFirst());
                    for (int n = 4; n <= 6; n++) {
                        update(trainer, n);
                    }
                    assertThat(trainer.state())
                            .usingRecursiveComparison()
                            .isEqualTo(states.getLast());
                });
    }

    @Test
    void takesNoStateWithoutAverages() {
        List<TrainerState> states = new ArrayList<>();
        with(0, trainer -> states.add(trainer.state()));
        with(
                DECAY,
                trainer -> {
                    TrainerState before = trainer.state();
                    assertThatThrownBy(() -> trainer.restore(states.getFirst()))
                            .isInstanceOf(AtelierException.class);
                    assertThat(trainer.state()).usingRecursiveComparison().isEqualTo(before);
                });
    }
}
