package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.app.CommandLineRun.Studio;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.SampleDataOrder;
import atelier.service.starter.SampleDataService;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Painting pictures, from the command line. */
class SampleDataCommandTest {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @TempDir private static Path home;
    private static Studio studio;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        studio = Studio.in(home);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The pixel that a coordinate lies in. */
    private static int pixel(JsonNode coordinate) {
        return (int) coordinate.doubleValue();
    }

    @Test
    void portraitsAreWrittenWithCaptionsMasksPointsAndASheet() throws IOException {
        Path out = folder.resolve("portraits");
        Path sheet = folder.resolve("sheet.png");
        CommandLineRun run =
                studio.run(
                        "sample-data",
                        "--out",
                        out,
                        "--count",
                        3,
                        "--seed",
                        4,
                        "--size",
                        64,
                        "--sheet",
                        sheet,
                        "--json");
        assertThat(run.exit()).as("%s", run).isZero();
        assertThat(names(out))
                .containsExactly(
                        "00001.png",
                        "00001.txt",
                        "00002.png",
                        "00002.txt",
                        "00003.png",
                        "00003.txt",
                        "masks",
                        "points");
        assertThat(names(out.resolve("masks")))
                .containsExactly("00001.png", "00002.png", "00003.png");
        SamplePortrait second = new SamplePortraits(4).at(1);
        assertThat(out.resolve("00002.txt")).hasContent(second.caption().text());
        BufferedImage picture = ImageIO.read(out.resolve("00002.png").toFile());
        BufferedImage mask = ImageIO.read(out.resolve("masks/00002.png").toFile());
        assertThat(List.of(picture.getWidth(), mask.getWidth())).containsOnly(64);
        JsonNode labels = new JsonMapper().readTree(out.resolve("points/00002.json").toFile());
        assertThat(labels.path("seed").longValue()).isEqualTo(second.seed());
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            assertThat(labels.path("portrait").path(attribute.name()).stringValue())
                    .isEqualTo(attribute.in(second.portrait()).toString());
        }
        JsonNode nose = labels.path("points").path("nose");
        int level = mask.getRGB(pixel(nose.get(0)), pixel(nose.get(1))) & 255;
        assertThat(level).isEqualTo(255);
        BufferedImage shown = ImageIO.read(sheet.toFile());
        assertThat(shown.getWidth()).isGreaterThan(3 * 150);

        assertThat(
                        run.events().stream()
                                .filter(event ->
                                        event.path("event").stringValue().equals("picture")))
                .hasSize(3)
                .extracting(event -> Path.of(event.path("file").stringValue()))
                .containsExactly(
                        out.resolve("00001.png"),
                        out.resolve("00002.png"),
                        out.resolve("00003.png"));
        JsonNode painted = run.event("painted");
        assertThat(painted.path("pictures").intValue()).isEqualTo(3);
        assertThat(painted.path("size").intValue()).isEqualTo(64);
        assertThat(Path.of(painted.path("sheet").stringValue())).isEqualTo(sheet);
    }

    @Test
    void theCharacterIsWrittenInTwoFolders() throws IOException {
        CommandLineRun run =
                studio.run("sample-data", "--out", folder, "--character", "--size", 32);
        assertThat(run.exit()).as("%s", run).isZero();
        assertThat(run.out())
                .singleElement()
                .asString()
                .startsWith("24 pictures of 32 × 32 pixels");
        assertThat(names(folder)).containsExactly("character", "held-out");
        assertThat(names(folder.resolve("character"))).hasSize(32).startsWith("01.png", "01.txt");
        assertThat(names(folder.resolve("held-out"))).hasSize(16);
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAsItIs() throws IOException {
        Path mine = Files.writeString(folder.resolve("00001.png"), "mine");
        studio.run("sample-data", "--out", folder, "--count", 1)
                .requireRefusal(
                        FAILED,
                        folder + " is not empty: choose a new folder for the pictures with --out.");
        assertThat(mine).hasContent("mine");
        assertThat(names(folder)).containsExactly("00001.png");
    }

    @Test
    void whatCannotBePaintedIsRefusedBeforeAnythingIsMade() {
        Path out = folder.resolve("none");
        studio.run("sample-data", "--out", out, "--count", 0)
                .requireRefusal(FAILED, "The count is 0");
        studio.run("sample-data", "--out", out, "--size", 20)
                .requireRefusal(FAILED, "The size is 20");
        studio.run("sample-data", "--out", out, "--character", "--size", 600)
                .requireRefusal(FAILED, "The size is 600");
        studio.run("sample-data", "--out", out, "--character", "--count", 3)
                .requireRefusal(FAILED, "always the same 24 pictures");
        assertThat(studio.run("sample-data").exit()).isEqualTo(USAGE);
        assertThat(out).doesNotExist();
    }

    @Test
    void cancellingLeavesWholePicturesAndNoOthers() throws IOException {
        CancelToken cancel = new CancelToken();
        List<Long> heard = new ArrayList<>();
        ProgressListener listener =
                (Progress progress) -> {
                    heard.add(progress.done());
                    if (progress.done() == 2) {
                        cancel.cancel();
                    }
                };
        SampleDataOrder order = new SampleDataOrder(folder.resolve("some"), 50, 0, 32, null);
        assertThatThrownBy(() ->
                        new SampleDataService()
                                .paintPortraits(order, (file, text) -> {}, listener, cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(heard).containsExactly(0L, 1L, 2L);
        assertThat(names(order.folder()))
                .containsExactly(
                        "00001.png",
                        "00001.txt",
                        "00002.png",
                        "00002.txt",
                        "00003.png",
                        "00003.txt",
                        "masks",
                        "points");
        assertThat(names(order.folder().resolve("points"))).hasSize(3);
    }
}
