package atelier.service.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.SettingsLookup;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.RestorationItem;
import atelier.model.restoration.RestorationOrder;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestoredPicture;
import atelier.model.settings.DeviceChoice;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.storage.PngText;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RestorationServiceTest {

    private static final RestorationWish FACES = RestorationWish.NOTHING.restoredBy("gfpgan-1.4");

    @TempDir private Path folder;
    private Path in;
    private Path out;
    private RestorationFixture fixture;

    @BeforeEach
    void open() {
        in = folder.resolve("in");
        out = folder.resolve("out");
        fixture = new RestorationFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void paint(int count) {
        for (int i = 0; i < count; i++) {
            RestorationFixture.paint(in.resolve("%03d.png".formatted(i)), i, i % 2 == 0);
        }
    }

    private RestorationOrder order(RestorationWish wish) {
        return new RestorationOrder(
                RestorationItems.find(List.of(in), false), out, wish, DeviceChoice.AUTO);
    }

    private List<RestoredPicture> restore(RestorationWish wish) {
        return fixture.service()
                .restore(order(wish), _ -> {}, ProgressListener.NONE, new CancelToken());
    }

    @Test
    void facesAreRestoredAndWhatHasNoneIsCopiedAsItIs() throws IOException {
        paint(2);
        List<RestoredPicture> all = restore(FACES);
        assertThat(all).extracting(RestoredPicture::changed).containsExactly(true, false);
        assertThat(all.getFirst().count(FaceOutcome.RESTORED)).isEqualTo(1);
        assertThat(all.getFirst().lostIdentities()).isEqualTo(1);
        assertThat(all.getLast().faces()).isEmpty();
        BufferedImage before = ImageIO.read(in.resolve("000.png").toFile());
        BufferedImage after = ImageIO.read(out.resolve("000.png").toFile());
        for (int i = 0; i < 1200; i++) {
            assertThat(after.getRGB(i % 40, i / 40))
                    .isEqualTo(before.getRGB(i % 40, i / 40) ^ 0xffffff);
        }
        assertThat(out.resolve("001.png")).hasSameBinaryContentAs(in.resolve("001.png"));
        assertThat(fixture.restorers().opened()).isEqualTo(1);
        assertThat(fixture.restorers().closed()).isEqualTo(1);
    }

    @Test
    void textsOfTheImageAreKeptAndWhatWasDoneIsAdded() throws IOException {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xff0000);
        String parameters = "кот\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, Size: 8x8";
        Files.createDirectories(in);
        Path source = in.resolve("cat.png");
        try (OutputStream file = Files.newOutputStream(source)) {
            PngWriter.write(
                    picture,
                    List.of(
                            PngText.plain("parameters", parameters),
                            PngText.plain("workflow", "{\"a\": 1}")),
                    file);
        }
        byte[] bytes = Files.readAllBytes(source);
        restore(new RestorationWish("gfpgan-1.4", 0.7, 0.5, 0, 2, RestorationWish.LANCZOS));
        Path result = out.resolve("cat.png");
        Map<String, String> texts = ImageSettingsReader.textsIn(result);
        assertThat(texts)
                .containsEntry("parameters", parameters)
                .containsEntry("workflow", "{\"a\": 1}")
                .containsEntry(
                        "postprocessing",
                        "Postprocess upscale by: 2, Postprocess upscaler: lanczos, Face restoration: gfpgan-1.4, Face restoration visibility: 0.7");
        assertThat(texts.get("atelier-restoration"))
                .contains("\"source\":\"cat.png\"", "\"strength\":0.7", "\"facesRestored\":1");
        assertThat(new ImageSettingsReader().read(result))
                .isInstanceOfSatisfying(
                        SettingsLookup.Found.class,
                        found -> assertThat(found.settings().prompt()).isEqualTo("кот"));
        assertThat(Files.readAllBytes(source)).isEqualTo(bytes);
        assertThat(ImageIO.read(result.toFile()).getWidth()).isEqualTo(16);
    }

    @Test
    void transparencyIsKept() throws IOException {
        BufferedImage picture = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = {0xffff0000, 0x80204060, 0x00000000, 0xff00ff00};
        picture.setRGB(0, 0, 4, 1, pixels, 0, 4);
        Files.createDirectories(in);
        ImageIO.write(picture, "png", in.resolve("a.png").toFile());
        restore(FACES);
        BufferedImage after = ImageIO.read(out.resolve("a.png").toFile());
        assertThat(after.getRGB(0, 0)).isEqualTo(0xff00ffff);
        assertThat(after.getRGB(1, 0) >>> 24).isEqualTo(0x80);
        // Half transparent colours are known to one level.
        assertThat(after.getRGB(1, 0) >> 16 & 0xff).isBetween(0xde, 0xe0);
        assertThat(after.getRGB(2, 0) >>> 24).isZero();
        assertThat(after.getRGB(3, 0)).isEqualTo(0xffff00ff);
    }

    @Test
    void whatWasStoppedGoesOnAfterWhatIsDone() throws IOException {
        paint(5);
        CancelToken cancel = new CancelToken();
        List<Path> heard = new ArrayList<>();
        assertThatThrownBy(() ->
                        fixture.service()
                                .restore(
                                        order(FACES),
                                        picture -> {
                                            heard.add(picture.source());
                                            if (heard.size() == 2) {
                                                cancel.cancel();
                                            }
                                        },
                                        ProgressListener.NONE,
                                        cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(fixture.restorers().restored()).isEqualTo(2);
        assertThat(fixture.restorers().closed()).isEqualTo(1);
        // As a process leaves it that is killed in the middle of a line.
        Files.writeString(out.resolve("restored.jsonl"), "{\"sour", StandardOpenOption.APPEND);
        assertThat(restore(FACES)).hasSize(5).noneMatch(RestoredPicture::isFailed);
        assertThat(fixture.restorers().restored()).isEqualTo(5);
        restore(FACES);
        assertThat(fixture.restorers().restored()).isEqualTo(5);
        assertThat(fixture.restorers().opened()).isEqualTo(2);
        assertThat(new RestorationFolder(out).done()).hasSize(5);
    }

    @Test
    void anImageThatWasChangedAndAResultThatIsGoneAreMadeAgain() throws IOException {
        paint(3);
        restore(FACES);
        RestorationFixture.paint(in.resolve("000.png"), 77, true);
        Files.delete(out.resolve("001.png"));
        restore(FACES);
        assertThat(fixture.restorers().restored()).isEqualTo(5);
        assertThat(out.resolve("001.png")).exists();
    }

    @Test
    void anotherChoiceOfFacesMakesAnImageAgain() {
        paint(2);
        restore(FACES);
        List<RestorationItem> items =
                RestorationItems.find(List.of(in), false).stream()
                        .map(item -> item.leaving(new FacesToLeave(List.of(new FacePoint(2.5, 4)))))
                        .toList();
        RestorationOrder order = new RestorationOrder(items, out, FACES, DeviceChoice.AUTO);
        for (int i = 0; i < 2; i++) {
            RestoredPicture first =
                    fixture.service()
                            .restore(order, _ -> {}, ProgressListener.NONE, new CancelToken())
                            .getFirst();
            assertThat(first.count(FaceOutcome.LEFT_ALONE)).isEqualTo(1);
            assertThat(out.resolve("000.png")).hasSameBinaryContentAs(in.resolve("000.png"));
        }
        // Twice the first, once the one without a face.
        assertThat(fixture.restorers().restored()).isEqualTo(3);
    }

    @Test
    void otherSettingsNeedAnotherFolder() {
        paint(1);
        restore(FACES);
        assertThatThrownBy(() ->
                        restore(
                                new RestorationWish(
                                        "gfpgan-1.4", 0.5, 0.5, 0, 1, RestorationWish.LANCZOS)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("restored otherwise");
    }

    @Test
    void whatCannotBeReadIsPassedOverAndTold() throws IOException {
        paint(2);
        Files.writeString(in.resolve("broken.png"), "no picture");
        List<RestoredPicture> all = restore(FACES);
        assertThat(all).hasSize(3);
        assertThat(all.getLast().isFailed()).isTrue();
        assertThat(all.getLast().problem()).contains("broken.png");
        assertThat(all.getFirst().isFailed()).isFalse();
    }

    @Test
    void resultsNeverTakeThePlaceOfImages() {
        paint(1);
        out = in;
        assertThatThrownBy(() -> restore(FACES))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("choose another folder for the results");
        assertThat(in.resolve("restoration.json")).doesNotExist();
    }

    @Test
    void ofAHundredPicturesFewAreInMemory() {
        paint(100);
        List<Long> alive = new ArrayList<>();
        fixture.service()
                .restore(
                        order(FACES),
                        picture -> {
                            if (fixture.restorers().restored() % 20 == 0) {
                                alive.add(fixture.restorers().alive());
                            }
                        },
                        ProgressListener.NONE,
                        new CancelToken());
        assertThat(alive).hasSize(5).allMatch(count -> count <= 1);
    }

    @Test
    void ordersAndResultsAreTheSameAfterARoundThroughJson() {
        paint(2);
        JsonMapper json = new JsonMapper();
        RestorationOrder order = order(FACES);
        assertThat(json.readValue(json.writeValueAsString(order), RestorationOrder.class))
                .isEqualTo(order);
        RestoredPicture picture = restore(FACES).getFirst();
        assertThat(json.readValue(json.writeValueAsString(picture), RestoredPicture.class))
                .isEqualTo(picture);
    }
}
