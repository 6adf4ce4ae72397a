package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.weights.FloatTensorFile;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.PredictionType;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.DrawnPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a run depends on: seed, settings, and the content of pictures and captions. */
class TrainingInputsTest {

    private static TinyTraining tiny;

    @TempDir Path folder;
    private Path data;
    private int number;

    @BeforeAll
    static void start() {
        tiny = new TinyTraining();
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    @BeforeEach
    void draw() throws IOException {
        data = TinyTraining.data(folder);
    }

    private TrainingOrder order(String out, String... sets) {
        return TinyTraining.order(folder, out, sets);
    }

    @Test
    void twoRunsOfOneSeedGiveTheSameBytesAndAnotherSeedOthers() throws IOException {
        byte[] first = Files.readAllBytes(tiny.train(order("first", "batchSize=2")).adapter());
        byte[] second = Files.readAllBytes(tiny.train(order("second", "batchSize=2")).adapter());
        byte[] other =
                Files.readAllBytes(tiny.train(order("other", "batchSize=2", "seed=1")).adapter());
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void everySettingThatShouldMakeADifferenceMakesOne() throws IOException {
        assertEachChanges(
                "steps=3 maskedLoss=off",
                "alpha=1",
                "targets=attn",
                "targets=all",
                "learningRate=0.001",
                "learningRateSchedule=linear",
                "learningRateSchedule=cosine",
                "learningRateSchedule=cosine-restarts cycles=2",
                "learningRateSchedule=rex",
                "warmUpSteps=2",
                "weightDecay=10",
                "decoupledDecay=false weightDecay=10",
                "beta1=0.5",
                "beta2=0.5",
                "epsilon=0.01",
                "optimizer=prodigy",
                "optimizer=adafactor",
                "optimizer=lion",
                "optimizer=sgd",
                "maxGradientNorm=0.001",
                "gradientAccumulation=2",
                "batchSize=3",
                "resolution=64",
                "resolutions=128,64",
                "flip=true",
                "captionDropout=1",
                "minSnrGamma=0.001",
                "debiasedEstimation=true",
                "noiseOffset=0.5",
                "multiresNoiseIterations=6",
                "multiresNoiseIterations=6 multiresNoiseDiscount=0.9",
                "precision=fp32",
                "precision=bf16",
                "emaDecay=0.9",
                "speed=rapid",
                "subject=style");
    }

    @Test
    void everySettingOfAnOptimizerMakesADifferenceToIt() throws IOException {
        assertEachChanges(
                "optimizer=prodigy precision=fp32 steps=12 dCoef=30",
                "d0=1e-4",
                "dCoef=1",
                "growthRate=1.01",
                "biasCorrection=false",
                "safeguardWarmUp=false",
                "weightDecay=10",
                "weightDecay=10 decoupledDecay=false");
        assertEachChanges(
                "optimizer=adafactor precision=fp32 steps=2",
                "relativeStep=true",
                "relativeStep=true warmUpInit=true",
                "scaleParameter=true",
                "beta1=0.9",
                "weightDecay=10");
        assertEachChanges(
                "optimizer=lion precision=fp32 steps=2",
                "beta1=0.1",
                "beta2=0.1",
                "weightDecay=10");
        assertEachChanges(
                "optimizer=sgd precision=fp32 steps=2",
                "beta1=0.1",
                "weightDecay=10",
                "weightDecay=10 decoupledDecay=false");
    }

    @Test
    void whatTheModelPredictsAndItsNoiseMakeADifference() throws IOException {
        Set<String> seen = new HashSet<>();
        for (PredictionType prediction : PredictionType.values()) {
            for (boolean zeroTerminal : new boolean[] {false, true}) {
                TrainingOrder order = order("run-" + seen.size(), "precision=fp32");
                byte[] weights =
                        weights(
                                new TrainingOrder(
                                        new ModelChoice(
                                                order.model().path(),
                                                null,
                                                null,
                                                prediction,
                                                zeroTerminal),
                                        order.data(),
                                        order.trigger(),
                                        order.out(),
                                        order.sets(),
                                        order.device()));
                assertThat(seen.add(new String(weights, StandardCharsets.ISO_8859_1)))
                        .as("%s, zero terminal SNR %s", prediction, zeroTerminal)
                        .isTrue();
            }
        }
    }

    /** Runs with each set of settings on top of others; no two may give the same adapter. */
    private void assertEachChanges(String base, String... changes) throws IOException {
        Map<String, String> seen = new HashMap<>();
        seen.put(weights("", base), "nothing changed");
        for (String change : changes) {
            assertThat(seen.put(weights(change, base), change)).as(change).isNull();
        }
    }

    /** The numbers trained by those settings; what is cached is used again. */
    private String weights(String change, String base) throws IOException {
        String run = "run-" + number++;
        Path cached = folder.resolve("run-0");
        if (number > 1) {
            TinyTraining.copyCache(cached, folder.resolve(run));
        }
        String[] sets = (base + " " + change).strip().split(" ", -1);
        return new String(weights(order(run, sets)), StandardCharsets.ISO_8859_1);
    }

    private static byte[] weights(TrainingOrder order) throws IOException {
        return TinyTraining.tensors(Files.readAllBytes(tiny.train(order).adapter()));
    }

    @Test
    void savesEverySettingAndTakesEachByItsName() throws IOException {
        tiny.train(order("run", "steps=1", "checkpointing=on", "targets=attn+ff"));
        JsonNode plan =
                TinyTraining.JSON.readTree(Files.readString(folder.resolve("run/plan.json")));
        JsonNode settings = plan.get("settings");
        Map<String, String> sets = new HashMap<>();
        settings.propertyNames().forEach(name -> sets.put(name, settings.get(name).asString()));
        TrainingPlan again = PlanReader.read(sets, 1, 1);
        assertThat(PlanSettings.of(again)).hasSameSizeAs(sets);
        PlanSettings.of(again)
                .forEach((name, value) ->
                        assertThat(sets).as(name).containsEntry(name, value.toString()));
        assertThat(again.steps()).isEqualTo(1);
        assertThat(again.adapter().targets()).hasToString("attn+ff");
        assertThat(again.pictures().resolution()).isEqualTo(128);
        assertThat(plan.get("trigger").asString()).isEqualTo("mirza");
        assertThat(plan.get("pictures")).hasSize(DrawnPictures.COUNT);
        assertThat(plan.get("pictures").get(0).get("caption").asString())
                .isEqualTo("mirza, a round thing, colour");
    }

    @Test
    void cachesOnceAndNoticesChangedPicturesAndCaptions() throws IOException {
        tiny.train(order("run", "steps=1"));
        Path cache = folder.resolve("run/cache");
        Map<Path, Object> before = TinyTraining.files(cache);
        // Nine captions are the trigger alone, and sometimes there is none.
        assertThat(before).hasSize(DrawnPictures.COUNT + 3);

        clearButCache(folder.resolve("run"));
        tiny.train(order("run", "steps=1"));
        assertThat(TinyTraining.files(cache)).isEqualTo(before);

        clearButCache(folder.resolve("run"));
        Files.writeString(data.resolve("picture-00.txt"), "something else");
        Path other = data.resolve("other");
        Files.move(DrawnPictures.file(data, 0), other);
        Files.move(DrawnPictures.file(data, 4), DrawnPictures.file(data, 0));
        Files.move(other, DrawnPictures.file(data, 4));
        tiny.train(order("run", "steps=1"));
        // The two have changed places, so that the latents of both are there.
        assertThat(TinyTraining.files(cache))
                .hasSize(before.size() + 1)
                .containsAllEntriesOf(before);
    }

    @Test
    void computesDamagedCacheFilesAgain() throws IOException {
        byte[] first = Files.readAllBytes(tiny.train(order("run", "steps=1")).adapter());
        clearButCache(folder.resolve("run"));
        for (Path file : TinyTraining.files(folder.resolve("run/cache")).keySet()) {
            Files.writeString(file, "damaged");
        }
        assertThat(Files.readAllBytes(tiny.train(order("run", "steps=1")).adapter()))
                .isEqualTo(first);
        TinyTraining.files(folder.resolve("run/cache"))
                .keySet()
                .forEach(file -> assertThat(FloatTensorFile.read(file)).isNotEmpty());
    }

    private static void clearButCache(Path run) throws IOException {
        Path cache = run.resolve("cache");
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.startsWith(cache) && !file.equals(run)) {
                    Files.delete(file);
                }
            }
        }
    }
}
