package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.lora.AdapterFile;
import atelier.model.dataset.DatasetOptions;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.dataset.DrawnPictures;
import atelier.service.dataset.source.ZipBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs on pictures that lie elsewhere than in one folder. */
class TrainingSourcesTest {

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

    private TrainingResult train(Path source, String out, DatasetOptions options, String... sets) {
        TrainingOrder usual = TinyTraining.order(folder, out, sets);
        return tiny.service.train(
                new TrainingOrder(
                        usual.model(),
                        source,
                        usual.trigger(),
                        usual.out(),
                        usual.sets(),
                        usual.device(),
                        options),
                ProgressListener.NONE,
                new CancelToken());
    }

    private JsonNode plan(String out) throws IOException {
        return TinyTraining.JSON.readTree(
                Files.readString(folder.resolve(out).resolve("plan.json")));
    }

    private static Map<String, String> metadata(TrainingResult result) {
        return AdapterFile.open(result.adapter()).info().metadata();
    }

    @Test
    void aZipTrainsLikeItsFolderAndIsUnpackedOnce() throws IOException {
        ZipBytes bytes = new ZipBytes();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.sorted().toList()) {
                bytes.file("pictures/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        Path zip = Files.write(folder.resolve("pictures.zip"), bytes.bytes());
        TrainingResult plain = train(data, "plain", DatasetOptions.USUAL, "steps=2");
        TrainingResult zipped = train(zip, "zipped", DatasetOptions.USUAL, "steps=2");
        assertThat(TinyTraining.metrics(folder.resolve("zipped")))
                .extracting(line -> line.get("loss").asDouble())
                .isEqualTo(
                        TinyTraining.metrics(folder.resolve("plain")).stream()
                                .map(line -> line.get("loss").asDouble())
                                .toList());
        assertThat(zipped.pictures()).isEqualTo(plain.pictures());

        TinyTraining.copyCache(folder.resolve("zipped"), folder.resolve("again"));
        Map<Path, Object> before = TinyTraining.files(folder.resolve("again/cache"));
        train(zip, "again", DatasetOptions.USUAL, "steps=2");
        assertThat(TinyTraining.files(folder.resolve("again/cache"))).isEqualTo(before);
    }

    @Test
    void repeatsAndRegularisationMakeTheEpoch() throws IOException {
        Path three = Files.createDirectories(data.resolve("img/3_thing"));
        Path other = Files.createDirectories(data.resolve("reg/1_shape"));
        for (int i = 0; i < DrawnPictures.COUNT; i++) {
            Path file = DrawnPictures.file(data, i);
            Files.move(file, (i < 8 ? three : other).resolve(file.getFileName()));
        }
        Files.delete(data.resolve("picture-00.txt"));
        TrainingResult result =
                train(
                        data,
                        "run",
                        new DatasetOptions(false, true, DatasetOptions.WHITE),
                        "steps=1");
        assertThat(result.pictures()).isEqualTo(10);
        assertThat(metadata(result))
                .containsEntry("ss_num_train_images", "24")
                .containsEntry("ss_num_reg_images", "24")
                .containsEntry("ss_dataset_dirs", "{\"3_thing\":{\"n_repeats\":3,\"img_count\":8}}")
                .containsEntry(
                        "ss_reg_dataset_dirs", "{\"1_shape\":{\"n_repeats\":1,\"img_count\":2}}");
        JsonNode first = plan("run").get("pictures").get(0);
        assertThat(first.get("repeats").asInt()).isEqualTo(3);
        assertThat(first.get("regularisation").asBoolean()).isFalse();
        assertThat(first.get("caption").asString()).isEqualTo("mirza, thing");
        JsonNode last = plan("run").get("pictures").get(9);
        assertThat(last.get("regularisation").asBoolean()).isTrue();
        assertThat(last.get("caption").asString()).isEqualTo("shape");
    }

    @Test
    void aConfigurationSetsTheSizesUnlessTheyAreSet() throws IOException {
        Path toml =
                Files.writeString(
                        folder.resolve("dataset.toml"),
                        "[[datasets]]\nresolution = 128\nenable_bucket = false\n[[datasets.subsets]]\nimage_dir = \"data\"\nnum_repeats = 2\n");
        TrainingResult result = train(toml, "said", DatasetOptions.USUAL, "steps=1");
        assertThat(plan("said").get("settings").get("resolution").asInt()).isEqualTo(128);
        plan("said")
                .get("pictures")
                .forEach(picture -> {
                    JsonNode framing = picture.get("framings").get(0);
                    assertThat(framing.get("width").asInt()).isEqualTo(128);
                    assertThat(framing.get("height").asInt()).isEqualTo(128);
                });
        assertThat(metadata(result)).containsEntry("ss_num_train_images", "20");
        train(toml, "set", DatasetOptions.USUAL, "steps=1", "resolution=64");
        JsonNode framing = plan("set").get("pictures").get(0).get("framings").get(0);
        assertThat(framing.get("width").asInt()).isEqualTo(64);
    }
}
