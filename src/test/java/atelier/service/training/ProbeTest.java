package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The probe in whole runs on the tiny random model, all on one data set. */
class ProbeTest {

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

    private static Path train(String... sets) throws IOException {
        Path run = folder.resolve("run-" + number);
        if (number++ > 0) {
            TinyTraining.copyCache(folder.resolve("run-0"), run);
        }
        TrainingResult result =
                tiny.train(TinyTraining.order(folder, run.getFileName().toString(), sets));
        assertThat(result.adapter().getParent()).isEqualTo(run);
        return run;
    }

    private static double baseline(Path run) {
        Double probe = BaselineFile.read(run.resolve("baseline.json")).probe();
        assertThat(probe).isNotNull().isPositive();
        return probe;
    }

    private static List<Integer> probed(Path run, String name) throws IOException {
        List<Integer> steps = new ArrayList<>();
        for (JsonNode line : TinyTraining.metrics(run)) {
            if (line.has(name)) {
                assertThat(line.get(name).doubleValue()).isFinite().isPositive();
                steps.add(line.get("step").intValue());
            }
        }
        return steps;
    }

    @Test
    void isTakenEverySoManyStepsAndAtTheEndAndDisturbsNothing() throws IOException {
        Path with = train("steps=5", "probeEvery=2", "learningRate=0.01", "warmUpSteps=0");
        Path without = train("steps=5", "probeEvery=0", "learningRate=0.01", "warmUpSteps=0");
        assertThat(probed(with, "probe")).containsExactly(2, 4, 5);
        assertThat(probed(with, "validation")).isEmpty();
        assertThat(probed(without, "probe")).isEmpty();
        assertThat(without.resolve("baseline.json")).doesNotExist();
        assertThat(Files.readAllBytes(with.resolve("mirza.safetensors")))
                .isEqualTo(Files.readAllBytes(without.resolve("mirza.safetensors")));
    }

    /**
     * The weights start without any effect, so that only what is measured can tell a difference.
     */
    @Test
    void measuresTheSameWhateverTheSettingsOfTraining() throws IOException {
        double usual = baseline(train("steps=1", "probeEvery=1"));
        assertThat(
                        baseline(
                                train(
                                        "steps=1",
                                        "probeEvery=1",
                                        "minSnrGamma=0.1",
                                        "noiseOffset=0.5",
                                        "batchSize=2",
                                        "rank=2")))
                .isEqualTo(usual);
        assertThat(baseline(train("steps=1", "probeEvery=1", "seed=1"))).isNotEqualTo(usual);
    }

    @Test
    void fallsAsTheWeightsFitThePictures() throws IOException {
        Path run =
                train("steps=20", "probeEvery=20", "learningRate=0.01", "warmUpSteps=0", "rank=8");
        assertThat(TinyTraining.metrics(run).getLast().get("probe").doubleValue())
                .isLessThan(baseline(run));
    }

    @Test
    void picturesHeldBackAreMeasuredAndNotTrainedOn() throws IOException {
        Path data = folder.resolve("data");
        Path plain = train("steps=2", "probeEvery=1");
        assertThatThrownBy(() -> train("steps=2", "validationPictures=1"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("validationPictures=1, 9 of 10 pictures are left");
        Files.copy(Path.of("src/test/resources/pictures/lossless.webp"), data.resolve("more.webp"));
        try {
            Path held = train("steps=2", "probeEvery=1", "validationPictures=1");
            assertThat(probed(held, "validation")).containsExactly(1, 2);
            Probed before = BaselineFile.read(held.resolve("baseline.json"));
            assertThat(before.validation()).isNotNull().isNotEqualTo(before.probe());
            JsonNode plan = TinyTraining.JSON.readTree(held.resolve("plan.json").toFile());
            assertThat(plan.get("pictures")).hasSize(10);
            assertThat(plan.get("settings").get("validationPictures").intValue()).isOne();
            assertThat(TinyTraining.JSON.readTree(plain.resolve("plan.json").toFile()))
                    .isNotEqualTo(plan);
        } finally {
            Files.delete(data.resolve("more.webp"));
        }
    }

    @Test
    void aDamagedFileOfTheBaselineIsAsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("damaged.json"), "{\"probe\":");
        assertThat(BaselineFile.read(file)).isEqualTo(Probed.NONE);
    }
}
