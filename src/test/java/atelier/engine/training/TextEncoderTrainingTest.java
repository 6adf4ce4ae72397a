package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import atelier.engine.lora.TrainedLayer;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.PromptedUNet;
import atelier.engine.sdxl.TextEncoder;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.sdxl.prompt.TokenIds;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.Component;
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
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A trainer that has the text encoders of the tiny model beside its UNet. */
class TextEncoderTrainingTest {

    private static final int HEIGHT = 4;
    private static final int WIDTH = 6;
    private static final List<Component> ALL =
            List.of(Component.UNET, Component.TEXT_ENCODER_1, Component.TEXT_ENCODER_2);
    private static final TextEncoderSettings BOTH = new TextEncoderSettings(3e-3, 5e-3);

    /** Without momentum. */
    private static final OptimizerSettings PLAIN =
            OptimizerSettings.of("sgd", 1e-2, 0).withBetas(0, 0);

    private static TinySdxl tiny;
    private static UNet unet;
    private static TextEncoder one;
    private static TextEncoder two;
    private static PromptedUNet prompted;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
        one = tiny.textEncoder("text_encoder");
        two = tiny.textEncoder("text_encoder_2");
        prompted = tiny.lane.call(() -> new PromptedUNet(tiny.torch, unet, () -> one, () -> two));
    }

    @AfterAll
    static void close() {
        tiny.lane.run(() -> {
            prompted.close();
            unet.close();
            one.close();
            two.close();
        });
        tiny.close();
    }

    private static TrainerSettings settings(
            String optimizer, TextEncoderSettings text, double most, boolean checkpointed) {
        return new TrainerSettings(
                TrainingTargets.ATTENTION,
                DeltaSettings.of(TrainingMethod.LORA, 3, 3),
                10,
                optimizer.equals("sgd") ? PLAIN : OptimizerSettings.of(optimizer, 1e-2, 0),
                text,
                LearningRateSchedules.get("constant"),
                most,
                List.of(),
                checkpointed);
    }

    private static void with(TrainerSettings settings, Consumer<LoraTrainer> work) {
        tiny.lane.run(() -> {
            TrainedModel model =
                    new TrainedModel(
                            unet,
                            prompted,
                            Map.of(Component.TEXT_ENCODER_1, one, Component.TEXT_ENCODER_2, two),
                            ComputeType.FLOAT32,
                            SchedulerConfig.SDXL);
            try (LoraTrainer trainer = new LoraTrainer(tiny.torch, model, settings)) {
                trainer.initialize(7);
                work.accept(trainer);
            }
        });
    }

    private static Batch batch(int seed) {
        TorchRandom random = new TorchRandom(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            examples.add(
                    new Example(
                            random.normal(4 * HEIGHT * WIDTH),
                            new Caption.Tokens(
                                    new PromptChunks(List.of(chunk(random.integers(700, 77))))),
                            SizeConditioning.of(32, 48),
                            random.normal(4 * HEIGHT * WIDTH),
                            200 + 400 * i));
        }
        return new Batch(HEIGHT, WIDTH, examples);
    }

    private static PromptChunks.Chunk chunk(int[] drawn) {
        long[] ids = LongStream.range(0, 77).map(i -> i < 12 ? drawn[(int) i] : 763).toArray();
        return new PromptChunks.Chunk(TokenIds.of(ids, 1), TokenIds.of(ids, 1));
    }

    private static void update(LoraTrainer trainer, int seed) {
        trainer.update(List.of(batch(seed)), new CancelToken());
    }

    private static Map<String, float[]> values(LoraTrainer trainer, Component component) {
        Map<String, float[]> values = new LinkedHashMap<>();
        trainer.store(component)
                .parameters()
                .keySet()
                .forEach(name -> values.put(name, trainer.store(component).read(name)));
        return values;
    }

    /** One number that all hidden states of both encoders go into. */
    private static List<float[]> encoded() {
        try (NDManager call = tiny.torch.newManager()) {
            long[] ids = chunk(new TorchRandom(5).integers(700, 77)).one().ids();
            List<float[]> states = new ArrayList<>();
            for (TextEncoder encoder : List.of(one, two)) {
                states.add(
                        encoder.encode(call, tiny.torch.longs(call, ids, 1, 77), 0)
                                .states()
                                .toFloatArray());
            }
            return states;
        }
    }

    @Test
    void trainsEveryLinearLayerOfBothTransformersAndNoProjection() {
        with(
                settings("adamw", BOTH, 0, false),
                trainer -> {
                    assertThat(modules(trainer, Component.TEXT_ENCODER_1))
                            .hasSize(3 * 6)
                            .contains(
                                    "text_model.encoder.layers.0.self_attn.q_proj",
                                    "text_model.encoder.layers.2.self_attn.out_proj",
                                    "text_model.encoder.layers.1.mlp.fc1");
                    assertThat(modules(trainer, Component.TEXT_ENCODER_2))
                            .hasSize(4 * 6)
                            .contains("text_model.encoder.layers.3.mlp.fc2")
                            .noneMatch(module -> module.contains("text_projection"));
                });
    }

    private static List<String> modules(LoraTrainer trainer, Component component) {
        return trainer.trained().stream()
                .filter(layer -> layer.component() == component)
                .map(TrainedLayer::module)
                .toList();
    }

    @Test
    void eachNetworkMovesAtItsOwnRateAlongGradientsShortenedTogether() {
        Map<Component, Double> rates =
                Map.of(
                        Component.UNET, 1e-2,
                        Component.TEXT_ENCODER_1, 3e-3,
                        Component.TEXT_ENCODER_2, 5e-3);
        with(
                settings("sgd", BOTH, 1e-3, true),
                trainer -> {
                    // After one update the second matrices are no longer zero.
                    update(trainer, 1);
                    Map<Component, Map<String, float[]>> before = new LinkedHashMap<>();
                    ALL.forEach(each -> before.put(each, values(trainer, each)));
                    Update update = trainer.update(List.of(batch(2)), new CancelToken());
                    double squares = 0;
                    for (Component each : ALL) {
                        for (String name : trainer.store(each).parameters().keySet()) {
                            for (float gradient : trainer.store(each).readGradient(name)) {
                                squares += (double) gradient * gradient;
                            }
                        }
                    }
                    // They were shortened to 0.001 all together.
                    assertThat(update.gradientNorm()).isGreaterThan(2e-3);
                    assertThat(Math.sqrt(squares)).isCloseTo(1e-3, within(1e-6));
                    assertThat(update.learningRate()).isEqualTo(1e-2);
                    ALL.forEach(
                            each -> assertMoved(trainer, each, before.get(each), rates.get(each)));
                });
    }

    /** By the rate times the gradient. */
    private static void assertMoved(
            LoraTrainer trainer, Component component, Map<String, float[]> before, double rate) {
        Map<String, float[]> after = values(trainer, component);
        double moved = 0;
        double expected = 0;
        for (String name : before.keySet()) {
            float[] gradient = trainer.store(component).readGradient(name);
            for (int i = 0; i < gradient.length; i++) {
                moved += (before.get(name)[i] - after.get(name)[i]) * (double) gradient[i];
                expected += rate * gradient[i] * gradient[i];
            }
        }
        assertThat(expected).as("%s", component).isPositive();
        assertThat(moved).as("%s", component).isCloseTo(expected, within(0.02 * expected));
    }

    @Test
    void computingStepsAgainGivesTheSameGradients() {
        List<Map<Component, Map<String, float[]>>> runs = new ArrayList<>();
        for (boolean checkpointed : new boolean[] {false, true}) {
            with(
                    settings("sgd", BOTH, 0, checkpointed),
                    trainer -> {
                        update(trainer, 1);
                        update(trainer, 2);
                        Map<Component, Map<String, float[]>> gradients = new LinkedHashMap<>();
                        for (Component each : ALL) {
                            Map<String, float[]> own = new LinkedHashMap<>();
                            trainer.store(each)
                                    .parameters()
                                    .keySet()
                                    .forEach(name ->
                                            own.put(name, trainer.store(each).readGradient(name)));
                            gradients.put(each, own);
                        }
                        runs.add(gradients);
                    });
        }
        runs.getFirst()
                .forEach((component, gradients) ->
                        gradients.forEach((name, gradient) -> {
                            float most = 0;
                            for (float number : gradient) {
                                most = Math.max(most, Math.abs(number));
                            }
                            assertThat(runs.getLast().get(component).get(name))
                                    .as("%s", name)
                                    .containsExactly(gradient, within(1e-4f * most + 1e-8f));
                        }));
    }

    @Test
    void onlyWhatHasARateChanges() {
        List<float[]> plain = tiny.lane.call(TextEncoderTrainingTest::encoded);
        with(
                settings("adamw", new TextEncoderSettings(0, 1e-2), 0, true),
                trainer -> {
                    assertThat(encoded()).usingRecursiveComparison().isEqualTo(plain);
                    update(trainer, 1);
                    update(trainer, 2);
                    assertThat(encoded().getFirst()).isEqualTo(plain.getFirst());
                    assertThat(encoded().getLast()).isNotEqualTo(plain.getLast());
                    assertThat(modules(trainer, Component.TEXT_ENCODER_1)).isEmpty();
                });
        assertThat(tiny.lane.call(TextEncoderTrainingTest::encoded))
                .usingRecursiveComparison()
                .isEqualTo(plain);
    }

    @Test
    void goesOnFromAStateToTheBit() {
        for (String optimizer : List.of("adamw", "prodigy")) {
            TrainerSettings settings = settings(optimizer, BOTH, 1, true);
            List<TrainerState> states = new ArrayList<>();
            with(
                    settings,
                    trainer -> {
                        update(trainer, 1);
                        states.add(trainer.state());
                        update(trainer, 2);
                        states.add(trainer.state());
                    });
            with(
                    settings,
                    trainer -> {
                        trainer.restore(states.getFirst());
                        update(trainer, 2);
                        assertThat(trainer.state())
                                .as(optimizer)
                                .usingRecursiveComparison()
                                .isEqualTo(states.getLast());
                    });
        }
    }

    @Test
    void takesNoStateOfOtherNetworks() {
        List<TrainerState> states = new ArrayList<>();
        with(settings("adamw", BOTH, 0, true), trainer -> states.add(trainer.state()));
        with(
                settings("adamw", new TextEncoderSettings(1e-3, 0), 0, true),
                trainer -> {
                    TrainerState before = trainer.state();
                    assertThatThrownBy(() -> trainer.restore(states.getFirst()))
                            .isInstanceOf(AtelierException.class)
                            .hasMessageContaining("another adapter");
                    assertThat(trainer.state()).usingRecursiveComparison().isEqualTo(before);
                    states.add(before);
                });
        with(
                settings("adamw", BOTH, 0, true),
                trainer ->
                        assertThatThrownBy(() -> trainer.restore(states.getLast()))
                                .isInstanceOf(AtelierException.class)
                                .hasMessageContaining("another adapter"));
    }

    @Test
    void fitsOneBatchBetterWithTheEncodersThanWithout() {
        List<Double> losses = new ArrayList<>();
        for (double rate : new double[] {1e-9, 1e-2}) {
            with(
                    settings("adamw", new TextEncoderSettings(rate, rate), 0, true),
                    trainer -> {
                        for (int step = 0; step < 9; step++) {
                            update(trainer, 1);
                        }
                        losses.add(trainer.update(List.of(batch(1)), new CancelToken()).loss());
                    });
        }
        assertThat(losses.getLast()).isLessThan(losses.getFirst());
    }
}
