package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.generation.ModelChoice;
import atelier.model.generation.PredictionType;
import atelier.model.training.TrainingOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each setting changes of a run, all on one data set. */
class SettingsMakeADifferenceTest {

    private static TinyTraining tiny;

    @TempDir private static Path folder;
    private static int number;

    @BeforeAll
    static void start() throws IOException {
        tiny = new TinyTraining();
        TinyTraining.data(folder);
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    private static TrainingOrder order(String out, String... sets) {
        return TinyTraining.order(folder, out, sets);
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
                TrainingOrder order = order(run(), "precision=fp32");
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
    private static void assertEachChanges(String base, String... changes) throws IOException {
        Map<String, String> seen = new HashMap<>();
        seen.put(weights("", base), "nothing changed");
        for (String change : changes) {
            assertThat(seen.put(weights(change, base), change)).as(change).isNull();
        }
    }

    /** The numbers trained by those settings; what is cached is used again. */
    private static String weights(String change, String base) throws IOException {
        String[] sets = (base + " " + change).strip().split(" ", -1);
        return new String(weights(order(run(), sets)), StandardCharsets.ISO_8859_1);
    }

    /** The next run's folder; what the first one cached is there already. */
    private static String run() throws IOException {
        String run = "run-" + number++;
        if (number > 1) {
            TinyTraining.copyCache(folder.resolve("run-0"), folder.resolve(run));
        }
        return run;
    }

    private static byte[] weights(TrainingOrder order) throws IOException {
        return TinyTraining.tensors(Files.readAllBytes(tiny.train(order).adapter()));
    }
}
