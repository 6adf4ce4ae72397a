package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.weights.FloatTensorFile;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.DrawnPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a run depends on beside its settings: seed, and the content of pictures and captions. */
class TrainingInputsTest {

    private static TinyTraining tiny;

    @TempDir Path folder;
    private Path data;

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
