package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.lora.AdaptedModel;
import atelier.engine.lora.AdapterFile;
import atelier.engine.lora.AdapterWriter;
import atelier.engine.lora.Doubles;
import atelier.engine.lora.OutputCheck;
import atelier.engine.lora.WeightedAdapter;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import atelier.engine.weights.KeyMap;
import atelier.model.adapter.AdapterDescription;
import atelier.model.adapter.AdapterFormat;
import atelier.model.generation.PredictionType;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.DeltaSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every method on every layer of the tiny model, from its beginning to its file. */
class TrainedMethodsTest {

    private static TinySdxl tiny;
    private static UNet unet;
    private static float[] plain;

    @TempDir static Path folder;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
        plain = TinyBatch.predict(tiny, unet);
    }

    @AfterAll
    static void close() {
        tiny.lane.run(unet::close);
        tiny.close();
    }

    private static LoraTrainer trainer(DeltaSettings delta, boolean checkpointed) {
        LoraTrainer trainer =
                new LoraTrainer(
                        tiny.torch,
                        unet,
                        ComputeType.FLOAT32,
                        SchedulerConfig.SDXL,
                        new TrainerSettings(
                                TrainingTargets.ALL,
                                delta,
                                10,
                                OptimizerSettings.of("adamw", 1e-2, 0.01),
                                TextEncoderSettings.NONE,
                                LearningRateSchedules.get("constant"),
                                0,
                                List.of(),
                                checkpointed));
        trainer.initialize(7);
        return trainer;
    }

    /** Convolutions have a rank of their own, and no scale is 1. */
    private static Stream<DeltaSettings> methods() {
        return Stream.of(TrainingMethod.LORA, TrainingMethod.LOHA, TrainingMethod.LOKR)
                .flatMap(method ->
                        Stream.of(false, true)
                                .map(dora -> new DeltaSettings(method, dora, 3, 2, 2, 1.5, -1)));
    }

    private static void update(LoraTrainer trainer, int seed) {
        trainer.update(List.of(TinyBatch.of(unet, seed)), new CancelToken());
    }

    private static List<float[]> gradients(LoraTrainer trainer) {
        return trainer.store().parameters().keySet().stream()
                .map(trainer.store()::readGradient)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> startsWithoutAChangeGoesOnAlikeAndIsReadBackAsTrained() {
        return methods()
                .map(delta ->
                        DynamicTest.dynamicTest(
                                delta.method() + (delta.dora() ? " dora" : ""),
                                () -> tiny.lane.run(() -> check(delta))));
    }

    private static void check(DeltaSettings delta) {
        List<List<float[]>> gradients = new ArrayList<>();
        List<float[]> predictions = new ArrayList<>();
        Path file = folder.resolve(delta.method() + "-" + delta.dora() + ".safetensors");
        for (boolean checkpointed : new boolean[] {false, true}) {
            try (LoraTrainer trainer = trainer(delta, checkpointed)) {
                assertClose(TinyBatch.predict(tiny, unet), plain, 1e-5);
                update(trainer, 1);
                gradients.add(gradients(trainer));
                update(trainer, 2);
                assertThat(gradients(trainer)).allMatch(gradient -> largest(gradient) > 0);
                predictions.add(TinyBatch.predict(tiny, unet));
                if (checkpointed) {
                    write(trainer, file);
                }
            }
        }
        float[] trained = predictions.getLast();
        assertThat(distance(trained, plain)).isGreaterThan(1e-2);
        assertSame(gradients.getLast(), gradients.getFirst());
        // Single weights may differ: AdamW makes whole steps of gradients that are nothing but
        // rounded to either side of 0. What they predict does not.
        assertClose(trained, predictions.getFirst(), 1e-4 * distance(trained, plain));
        assertClose(applied(file), trained, 1e-4);
        assertThat(TinyBatch.predict(tiny, unet)).isEqualTo(plain);
    }

    private static void write(LoraTrainer trainer, Path file) {
        KeyMap names = KeyMap.unet(unet.config());
        try (OutputCheck outputs = trainer.outputCheck(names)) {
            new AdapterWriter(AdapterFormat.KOHYA, DType.F32, names, outputs)
                    .write(
                            file,
                            trainer.trained(),
                            new AdapterDescription(
                                    "x",
                                    null,
                                    null,
                                    null,
                                    "64x64",
                                    PredictionType.EPSILON,
                                    null,
                                    null,
                                    new LinkedHashMap<>()),
                            ProgressListener.NONE,
                            new CancelToken());
        }
    }

    private static float[] applied(Path file) {
        try (AdaptedModel model =
                new AdaptedModel(
                        tiny.torch,
                        Map.of(Component.UNET, unet),
                        KeyMap.unet(unet.config()),
                        ComputeType.FLOAT32)) {
            model.use(List.of(new WeightedAdapter(AdapterFile.open(file), 1)), new CancelToken());
            return TinyBatch.predict(tiny, unet);
        }
    }

    /** Of the first update, alike but for the order of sums. */
    private static void assertSame(List<float[]> got, List<float[]> want) {
        assertThat(got).hasSameSizeAs(want).isNotEmpty();
        for (int i = 0; i < want.size(); i++) {
            assertClose(got.get(i), want.get(i), 1e-4 * largest(want.get(i)) + 1e-7);
        }
    }

    private static double largest(float[] values) {
        return distance(values, new float[values.length]);
    }

    private static double distance(float[] a, float[] b) {
        return Doubles.largestDifference(Doubles.of(a), Doubles.of(b));
    }

    private static void assertClose(float[] got, float[] want, double most) {
        assertThat(distance(got, want)).isLessThan(most);
    }

    /** The tiny model's blocks have many layers each, of which none may be left unscaled. */
    @Test
    void alphaScalesEveryLayerOfABlock() {
        List<float[]> predictions = new ArrayList<>();
        tiny.lane.run(() -> {
            for (double alpha : new double[] {3, 6}) {
                try (LoraTrainer trainer =
                        trainer(DeltaSettings.of(TrainingMethod.LORA, 3, alpha), false)) {
                    trainer.store()
                            .parameters()
                            .keySet()
                            .forEach(name -> {
                                float[] values =
                                        Doubles.random(
                                                name.hashCode(), trainer.store().read(name).length);
                                // Twice the scale and half of the second matrix are the same.
                                float factor = name.endsWith("lora_up") ? (float) (3 / alpha) : 1;
                                for (int i = 0; i < values.length; i++) {
                                    values[i] *= factor / 4;
                                }
                                trainer.store().write(name, values);
                            });
                    predictions.add(TinyBatch.predict(tiny, unet));
                }
            }
        });
        assertThat(distance(predictions.getFirst(), plain)).isGreaterThan(1e-2);
        assertClose(predictions.getLast(), predictions.getFirst(), 1e-4);
    }
}
