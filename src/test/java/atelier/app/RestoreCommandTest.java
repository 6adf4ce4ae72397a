package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.app.CommandLineRun.Studio;
import atelier.engine.restoration.BandFaces;
import atelier.engine.restoration.RestorationNetworks;
import atelier.model.restoration.Bitmap;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.storage.PngText;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code atelier restore}, as people call it, with networks that invert made-up faces. */
class RestoreCommandTest {

    private static final int WIDTH = 512;
    private static final int HEIGHT = 320;
    private static final int FACE = 32;
    private static final int LEFT = 232;
    private static final int TOP = 104;

    @TempDir private Path home;
    @TempDir private Path pictures;
    private Path out;
    private Studio studio;

    @BeforeEach
    void open() throws IOException {
        studio = Studio.in(home);
        out = home.resolve("out");
        Path models = Files.createDirectories(studio.workspace().resolve("models"));
        RestorationNetworks.inverting(models.resolve("gfpgan_1.4.onnx"));
        BandFaces.network(models.resolve("face_detection_yunet_2023mar.onnx"), 128);
        write("a.png", new BandFaces(WIDTH, HEIGHT).face(LEFT, TOP, FACE).picture());
        write("b.png", new BandFaces(WIDTH, HEIGHT).picture());
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private void write(String name, Bitmap bitmap) throws IOException {
        BufferedImage image =
                new BufferedImage(bitmap.width(), bitmap.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, bitmap.width(), bitmap.height(), bitmap.argb(), 0, bitmap.width());
        try (OutputStream file = Files.newOutputStream(pictures.resolve(name))) {
            PngWriter.write(image, List.of(PngText.plain("parameters", "a face\nSteps: 4")), file);
        }
    }

    @Test
    void restoresFacesKeepsTextsAndSaysWhereThereIsNone() throws IOException {
        CommandLineRun run =
                studio.run(
                        "restore",
                        pictures,
                        "--out",
                        out,
                        "--model",
                        "gfpgan-1.4",
                        "--strength",
                        "1",
                        "--device",
                        "cpu");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsExactly(
                        out.resolve("a.png") + ": 1 face restored",
                        out.resolve("b.png") + ": no face, unchanged",
                        "2 pictures, 1 changed, 1 without a face, computed on CPU; all are in "
                                + out);
        assertThat(out.resolve("b.png")).hasSameBinaryContentAs(pictures.resolve("b.png"));
        BufferedImage before = ImageIO.read(pictures.resolve("a.png").toFile());
        BufferedImage after = ImageIO.read(out.resolve("a.png").toFile());
        // In the face colours are inverted; at the picture's corner nothing is.
        int x = LEFT + FACE / 2;
        int y = TOP + 6;
        assertThat(before.getRGB(x, y)).isEqualTo(0xffff0000);
        assertThat(after.getRGB(x, y)).isEqualTo(0xff00ffff);
        assertThat(after.getRGB(0, 0)).isEqualTo(before.getRGB(0, 0));
        assertThat(ImageSettingsReader.textsIn(out.resolve("a.png")))
                .containsEntry("parameters", "a face\nSteps: 4")
                .containsKey("atelier-restoration");
    }

    @Test
    void aFaceFourThousandPixelsWideAndThePictureAroundItStayAndTheReasonIsSaid()
            throws IOException {
        Files.delete(pictures.resolve("b.png"));
        // A quarter of its height lies above the picture.
        write("a.png", new BandFaces(8_192, 3_328).face(3_072, -1_024, 4_096).picture());
        CommandLineRun run = studio.run("restore", pictures, "--out", out, "--device", "cpu");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .first()
                .isEqualTo(out.resolve("a.png") + ": 1 face too large, unchanged");
        assertThat(out.resolve("a.png")).hasSameBinaryContentAs(pictures.resolve("a.png"));
    }

    @Test
    void manyFacesCutOnesAndTurnedOnesAreRestoredAndTinyOnesSayWhy() throws IOException {
        Files.delete(pictures.resolve("a.png"));
        Files.delete(pictures.resolve("b.png"));
        BandFaces many = new BandFaces(512, 512);
        for (int i = 0; i < 30; i++) {
            many.face(40 + 80 * (i % 6), 40 + 80 * (i / 6), FACE);
        }
        write("1-many.png", many.picture());
        write("2-cut.png", new BandFaces(512, 512).face(-16, 208, 64).picture());
        write("3-turned.png", quarter(new BandFaces(256, 256).face(48, 80, 64).picture()));
        write("4-tiny.png", new BandFaces(64, 64).face(26, 34, 8).picture());
        CommandLineRun run = studio.run("restore", pictures, "--out", out, "--device", "cpu");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(
                        out.resolve("1-many.png") + ": 30 faces restored",
                        out.resolve("2-cut.png") + ": 1 face restored",
                        out.resolve("3-turned.png") + ": 1 face restored",
                        out.resolve("4-tiny.png") + ": 1 face too small, unchanged");
    }

    /** Clockwise, of a square. */
    private static Bitmap quarter(Bitmap picture) {
        int side = picture.width();
        int[] turned = new int[side * side];
        for (int i = 0; i < turned.length; i++) {
            turned[i % side * side + side - 1 - i / side] = picture.argb()[i];
        }
        return new Bitmap(side, side, turned);
    }

    @Test
    void aFaceThatIsPointedAtIsLeftAlone() {
        Object[] one = {
            "restore",
            pictures.resolve("a.png"),
            "--out",
            out,
            "--leave",
            "240,110",
            "--device",
            "cpu"
        };
        assertThat(studio.run(one).out())
                .first()
                .isEqualTo(out.resolve("a.png") + ": 1 face left alone, unchanged");
        studio.run("restore", pictures, "--out", out, "--leave", "240,110")
                .requireRefusal(1, "take --leave with one image");
        studio.run("restore", pictures, "--out", out, "--leave", "left")
                .requireRefusal(2, "such as 120,80");
    }

    @Test
    void makesLargerWithoutNetworksAndTellsProgramsAll() throws IOException {
        CommandLineRun run =
                studio.run(
                        "restore",
                        pictures.resolve("a.png"),
                        "--out",
                        out,
                        "--no-faces",
                        "--upscale",
                        "2",
                        "--json");
        assertThat(run.exit()).isZero();
        JsonNode restored = run.event("restored");
        assertThat(restored.get("changed").asBoolean()).isTrue();
        assertThat(restored.get("faces").isEmpty()).isTrue();
        assertThat(run.event("summary").get("changed").asInt()).isEqualTo(1);
        assertThat(ImageIO.read(out.resolve("a.png").toFile()).getWidth()).isEqualTo(2 * WIDTH);
    }

    @Test
    void whatIsNotThereOrWrongIsRefusedWithTheReason() {
        Object[] with = {"restore", pictures, "--out", out, "--model"};
        refused(with, "codeformer", "The restorer codeformer is not in", "licence first");
        refused(with, "magic", "There is no restorer 'magic'");
        studio.run("restore", pictures, "--out", pictures)
                .requireRefusal(1, "choose another folder for the results");
        studio.run("restore", pictures.resolve("none"), "--out", out)
                .requireRefusal(1, "There is no file or folder");
        studio.run("restore", pictures, "--out", out, "--no-faces")
                .requireRefusal(1, "There is nothing to do");
    }

    private void refused(Object[] with, String model, String... says) {
        Object[] all = new Object[with.length + 1];
        System.arraycopy(with, 0, all, 0, with.length);
        all[with.length] = model;
        studio.run(all).requireRefusal(1, says);
    }

    @Test
    void aSecondRunDoesNothingTwice() throws IOException {
        Object[] command = {
            "restore", pictures, "--out", out, "--model", "gfpgan-1.4", "--device", "cpu"
        };
        assertThat(studio.run(command).exit()).isZero();
        var first = Files.getLastModifiedTime(out.resolve("a.png"));
        CommandLineRun again = studio.run(command);
        assertThat(again.out()).hasSize(3);
        assertThat(Files.getLastModifiedTime(out.resolve("a.png"))).isEqualTo(first);
    }
}
