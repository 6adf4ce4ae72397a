package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.engine.restoration.RestorationNetworks;
import atelier.service.dataset.DrawnPictures;
import atelier.service.dataset.Scenes;
import atelier.service.dataset.source.ZipBytes;
import atelier.service.storage.PngBytes;
import atelier.service.storage.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code atelier prepare}, as people call it. */
class PrepareCommandTest {

    private static final Path SAMPLES = Path.of("src/test/resources/pictures");

    @TempDir private static Path home;
    private static Studio studio;

    @TempDir private Path folder;
    private Path data;

    @BeforeAll
    static void start() {
        studio = Studio.in(home);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @BeforeEach
    void draw() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        DrawnPictures.into(data);
        Files.writeString(data.resolve("picture-00.txt"), "mia, a round thing");
    }

    private CommandLineRun prepare(Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "prepare";
        arguments[1] = data;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return studio.run(arguments);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        file.toString(), Files.getLastModifiedTime(file) + Sha256.ofFile(file));
            }
        }
        return contents;
    }

    @Test
    void showsATableAndChangesNothing() throws IOException {
        Files.copy(DrawnPictures.file(data, 0), data.resolve("the same.png"));
        Files.writeString(data.resolve("broken.jpg"), "");
        Map<String, String> before = contents();
        CommandLineRun run = prepare("--trigger", "mia", "--resolution", 256);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .anyMatch(line -> line.matches("picture +size +bucket +keeps +scale +to look at"))
                .anyMatch(line ->
                        line.matches("picture-00\\.png +90 × 300 +128 × 448 +\\d+ % +×1\\.49 .*"))
                .anyMatch(line -> line.contains("broken.jpg is empty"))
                .anyMatch(line ->
                        line.contains("the same.png is an exact copy of")
                                && line.contains("picture-00.png"))
                .anyMatch(line -> line.startsWith("2 tags: mia (10), a round thing (1)"))
                .last()
                .asString()
                .startsWith("10 pictures, 10 shown an epoch;");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void tellsProgramsEverything() throws IOException {
        Files.copy(DrawnPictures.file(data, 0), data.resolve("z.png"));
        CommandLineRun run = prepare("--json", "--trigger", "mia", "--resolution", 256);
        assertThat(run.exit()).isZero();
        List<JsonNode> pictures =
                run.events().stream()
                        .filter(event -> event.get("event").asString().equals("picture"))
                        .toList();
        assertThat(pictures).hasSize(10);
        JsonNode first = pictures.getFirst();
        assertThat(first.get("name").asString()).isEqualTo("picture-00.png");
        assertThat(first.get("caption").asString()).isEqualTo("mia, a round thing");
        assertThat(first.get("bucket").get(1).asInt()).isEqualTo(448);
        assertThat(first.get("crop").get("width").asInt()).isBetween(85, 90);
        assertThat(first.get("sha256").asString()).hasSize(64);
        JsonNode small = first.get("findings").get(0);
        assertThat(small.get("kind").asString()).isEqualTo("tooSmall");
        assertThat(small.get("figures").get("side").asInt()).isEqualTo(90);
        assertThat(run.event("leftOut").get("copyOf").asString()).endsWith("picture-00.png");
        JsonNode all = run.event("prepared");
        assertThat(all.get("ready").asBoolean()).isTrue();
        assertThat(all.get("pictures").asInt()).isEqualTo(10);
        assertThat(all.get("tags").get(0).get("tag").asString()).isEqualTo("mia");
        assertThat(all.get("buckets").get(0).get("pictures").asInt()).isPositive();
        assertThat(run.event("done")).isNotNull();
    }

    @Test
    void ninePicturesFailUnlessFewAreAllowed() throws IOException {
        Files.delete(DrawnPictures.file(data, 3));
        CommandLineRun run = prepare();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("holds 9 pictures", "at least 10", "--allow-few");
        assertThat(run.out()).isNotEmpty();
        assertThat(prepare("--allow-few").exit()).isZero();
        CommandLineRun json = prepare("--json");
        assertThat(json.exit()).isEqualTo(1);
        assertThat(json.event("prepared").get("ready").asBoolean()).isFalse();
        assertThat(json.event("failed").get("message").asString()).contains("9 pictures");
    }

    @Test
    void noPicturesFailWhateverIsAllowed() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path texts = Files.createDirectory(folder.resolve("texts"));
        Files.writeString(texts.resolve("a.txt"), "a caption");
        for (Path source : List.of(empty, texts)) {
            CommandLineRun run = studio.run("prepare", source, "--allow-few");
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err())
                    .singleElement()
                    .asString()
                    .contains(source + " holds no picture", "needs at least 1: add more.");
        }
    }

    @Test
    void showsTheCropAroundWhatMasksShow() throws IOException {
        Path masks = Files.createDirectory(folder.resolve("masks"));
        BufferedImage mask = new BufferedImage(127, 281, BufferedImage.TYPE_INT_RGB);
        mask.setRGB(100, 250, 0xffffff);
        ImageIO.write(mask, "png", masks.resolve("picture-01.png").toFile());
        Path toml =
                Files.writeString(
                        folder.resolve("data.toml"),
                        "[[datasets]]\n[[datasets.subsets]]\nimage_dir = 'data'\nconditioning_data_dir = 'masks'\n");
        CommandLineRun run =
                studio.run("prepare", toml, "--json", "--subject-crop", "--resolution", 64);
        assertThat(run.exit()).isZero();
        JsonNode crop = run.events().get(crops(run) + 1).get("crop");
        assertThat(crop.get("left").asInt()).isLessThanOrEqualTo(100).isPositive();
        assertThat(crop.get("left").asInt() + crop.get("width").asInt()).isBetween(101, 127);
        assertThat(crop.get("top").asInt()).isLessThanOrEqualTo(250).isPositive();
        assertThat(crop.get("top").asInt() + crop.get("height").asInt()).isBetween(251, 281);
        assertThat(run.event("prepared").get("notes").get(0).asString())
                .contains("pictures have neither mask nor face that shows the subject")
                .contains("picture-00.png")
                .doesNotContain("picture-01");
    }

    @Test
    void masksThatItWritesAreThoseThatAConfigurationFinds() throws IOException {
        Path models = Files.createDirectories(studio.workspace().resolve("models"));
        Path network = RestorationNetworks.brightness(models.resolve("modnet_photographic.onnx"));
        Path masks = folder.resolve("masks");
        try {
            assertThat(prepare("--masks", masks).out())
                    .last()
                    .isEqualTo("10 masks written to " + masks);
            assertThat(prepare("--masks", masks).out())
                    .last()
                    .isEqualTo("0 masks written to " + masks);
        } finally {
            Files.delete(network);
        }
        Path toml =
                Files.writeString(
                        folder.resolve("data.toml"),
                        "[[datasets]]\n[[datasets.subsets]]\nimage_dir = 'data'\nconditioning_data_dir = 'masks'\n");
        CommandLineRun run = studio.run("prepare", toml, "--json", "--subject-crop");
        assertThat(run.exit()).isZero();
        // One is so dark that its mask is nowhere white.
        assertThat(run.event("prepared").get("notes").toString())
                .contains("One picture has neither mask nor face")
                .contains("picture-09.webp");
    }

    /** Where the pictures begin. */
    private static int crops(CommandLineRun run) {
        return run.events().indexOf(run.event("picture"));
    }

    @Test
    void badFilesAreNamedAndTheOthersStay() throws IOException {
        for (String name : List.of("photo.heic", "photo.avif", "moving.webp", "moving.png")) {
            Files.copy(SAMPLES.resolve(name), data.resolve(name));
        }
        Files.write(
                data.resolve("bomb.png"),
                PngBytes.header(40_000, 40_000)
                        .chunk("IDAT", PngBytes.zlib(new byte[1 << 20]))
                        .end());
        Files.copy(SAMPLES.resolve("cmyk.jpg"), data.resolve("cmyk \ud83d\ude00\n.jpg"));
        Files.writeString(data.resolve("zero.webp"), "");
        Files.writeString(data.resolve("text.jpg"), "no picture");
        CommandLineRun run = prepare("--json");
        assertThat(run.exit()).isZero();
        assertThat(run.event("prepared").get("pictures").asInt()).isEqualTo(11);
        assertThat(run.events())
                .filteredOn(event -> event.get("event").asString().equals("leftOut"))
                .extracting(event -> event.get("reason").asString())
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("a HEIC photograph"),
                        reason -> assertThat(reason).contains("an AVIF picture"),
                        reason -> assertThat(reason).contains("moving.webp is animated"),
                        reason -> assertThat(reason).contains("moving.png is animated"),
                        reason -> assertThat(reason).contains("40000 × 40000 pixels"),
                        reason -> assertThat(reason).contains("zero.webp is empty"),
                        reason -> assertThat(reason).contains("text.jpg is not a picture"));
        // One line each, whatever the names hold.
        assertThat(prepare().out())
                .anyMatch(line -> line.startsWith("cmyk \ud83d\ude00\\u000a.jpg"));
    }

    @Test
    void twoCaptionsOfOnePictureAreNamed() throws IOException {
        Files.writeString(data.resolve("picture-00.caption"), "a dog");
        CommandLineRun run = prepare();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("picture-00.caption", "picture-00.txt", "delete one");
    }

    @Test
    void zipsAreReadAndForgottenOrKept() throws IOException {
        ZipBytes zip = new ZipBytes();
        for (int i = 0; i < DrawnPictures.COUNT; i++) {
            Path file = DrawnPictures.file(data, i);
            zip.file("mia/5_mia/" + file.getFileName(), Files.readAllBytes(file));
        }
        zip.file("mia/notes.pdf", "%PDF");
        Path file = Files.write(folder.resolve("mia.zip"), zip.bytes());
        CommandLineRun run = studio.run("prepare", file, "--json");
        assertThat(run.exit()).isZero();
        assertThat(run.event("prepared").get("shown").asInt()).isEqualTo(50);
        assertThat(run.event("picture").get("name").asString()).isEqualTo("picture-00.png");
        assertThat(run.event("leftOut").get("reason").asString())
                .startsWith(file.resolve("mia/notes.pdf").toString());
        Path kept = folder.resolve("kept");
        assertThat(studio.run("prepare", file, "--unpack", kept).exit()).isZero();
        assertThat(kept.resolve("mia/5_mia/picture-00.png"))
                .hasSameBinaryContentAs(DrawnPictures.file(data, 0));
    }

    @Test
    void aHostileZipIsRefused() throws IOException {
        Path zip =
                Files.write(
                        folder.resolve("evil.zip"),
                        new ZipBytes().file("../../evil.png", "x").bytes());
        CommandLineRun run = studio.run("prepare", zip);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("evil.zip", "../../evil.png", "outside its folder");
    }

    @Test
    void dirtyTomlTellsWhatItPassedOver() throws IOException {
        Path toml =
                Files.writeString(
                        folder.resolve("dataset.toml"),
                        "[[datasets]]\nresolution = 256\nnonsense = 1\n[[datasets.subsets]]\nimage_dir = \"data\"\nnum_repeats = 7\n");
        CommandLineRun run = studio.run("prepare", toml);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .anyMatch(line -> line.contains("nonsense in [[datasets]] 1 is no known key"))
                .anyMatch(line -> line.startsWith("picture-00.png") && line.contains("128 × 448"))
                .last()
                .asString()
                .startsWith("10 pictures, 70 shown an epoch");
    }

    @Test
    void writesAPageToLookAt() throws IOException {
        ImageIO.write(
                Scenes.scene(5, 1300, 900),
                "png",
                data.resolve("<b>&\n\ud83d\ude00\".png").toFile());
        Files.writeString(data.resolve("picture-01.txt"), "<script>alert('x')</script>");
        Files.copy(DrawnPictures.file(data, 0), data.resolve("z.png"));
        Path page = folder.resolve("page.html");
        CommandLineRun run = prepare("--report", page);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).last().isEqualTo("page to look at: " + page);
        String html = Files.readString(page);
        assertThat(html)
                .contains(
                        "What training will get",
                        "11 pictures, 10 needed",
                        "Same as picture-00.png")
                .contains("&lt;b&gt;&amp;\\u000a\ud83d\ude00&quot;.png")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script>alert", "http://", "https://");
        assertThat(html.split("src=\"data:image/jpeg;base64,", -1)).hasSize(13);
        assertThat(prepare("--report", folder.resolve("none/page.html")).exit()).isEqualTo(1);
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        assertThat(prepare("--resolution", 3).err())
                .singleElement()
                .asString()
                .contains("64 to 4096");
        assertThat(prepare("--background", "pinkish").err())
                .singleElement()
                .asString()
                .contains("white, black, grey or #rrggbb");
        assertThat(prepare("--background", "#ff00AA").exit()).isZero();
        assertThat(studio.run("prepare", folder.resolve("none")).err())
                .singleElement()
                .asString()
                .contains("does not exist");
    }
}
