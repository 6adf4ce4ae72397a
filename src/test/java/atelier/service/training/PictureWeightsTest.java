package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.training.TrainingOrder;
import atelier.service.dataset.DrawnPictures;
import atelier.service.dataset.source.MasksFile;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks and regularisation pictures, as a dataset's configuration or a file brings them. */
class PictureWeightsTest {

    private static final int WHITE = 0xffffff;

    private static TinyTraining tiny;

    @TempDir private Path folder;
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

    private TrainingOrder order(String extra, String... sets) throws IOException {
        Path config = folder.resolve("data-%d.toml".formatted(number));
        Files.writeString(
                config,
                """
                [[datasets]]
                [[datasets.subsets]]
                image_dir = '%s'
                caption_extension = '.txt'
                class_tokens = 'mirza'
                """
                                .formatted(data)
                        + extra);
        TrainingOrder order = TinyTraining.order(folder, "run-" + number++, sets);
        if (number > 1) {
            TinyTraining.copyCache(folder.resolve("run-0"), order.out());
        }
        return new TrainingOrder(
                order.model(), config, order.trigger(), order.out(), order.sets(), order.device());
    }

    private byte[] weights(String extra, String... sets) throws IOException {
        byte[] file = Files.readAllBytes(tiny.train(order(extra, sets)).adapter());
        return TinyTraining.tensors(file);
    }

    /** Draws a mask for each picture: a colour, and black below. */
    private String masks(int colour, double share) throws IOException {
        Path masks = Files.createDirectory(folder.resolve("masks-" + number));
        for (int i = 0; i < DrawnPictures.COUNT; i++) {
            BufferedImage picture = new PictureReader().read(DrawnPictures.file(data, i));
            BufferedImage mask =
                    new BufferedImage(
                            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < mask.getHeight() * share; y++) {
                for (int x = 0; x < mask.getWidth(); x++) {
                    mask.setRGB(x, y, colour);
                }
            }
            ImageIO.write(mask, "png", masks.resolve("picture-%02d.png".formatted(i)).toFile());
        }
        return "conditioning_data_dir = '%s'\n".formatted(masks);
    }

    @Test
    void aMaskThatIsWhiteEverywhereChangesNothingAndOthersDo() throws IOException {
        byte[] plain = weights("");
        assertThat(weights(masks(WHITE, 1))).isEqualTo(plain);
        String half = masks(WHITE, 0.5);
        byte[] halved = weights(half);
        assertThat(halved).isNotEqualTo(plain);
        assertThat(weights(half, "maskedLoss=normalized")).isNotEqualTo(plain).isNotEqualTo(halved);
        assertThat(weights(half, "maskedLoss=off")).isEqualTo(plain);
    }

    @Test
    void masksThatAFileBesideThePicturesNamesActAlike() throws IOException {
        byte[] plain = ofTheFolder();
        masks(WHITE, 0.5);
        MasksFile.put(data, folder.resolve("masks-1"));
        assertThat(ofTheFolder()).isNotEqualTo(plain);
        assertThat(ofTheFolder("maskedLoss=off")).isEqualTo(plain);
    }

    /** Weights of a run over the folder itself, without a configuration. */
    private byte[] ofTheFolder(String... sets) throws IOException {
        TrainingOrder order = TinyTraining.order(folder, "run-" + number++, sets);
        if (number > 1) {
            TinyTraining.copyCache(folder.resolve("run-0"), order.out());
        }
        return TinyTraining.tensors(Files.readAllBytes(tiny.train(order).adapter()));
    }

    @Test
    void aMissingMaskAndOneOfAnotherShapeAreNamed() throws IOException {
        String masks = masks(WHITE, 1);
        Path one = folder.resolve("masks-0/picture-03.png");
        ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB), "png", one.toFile());
        TrainingOrder stretched = order(masks);
        assertThatThrownBy(() -> tiny.train(stretched))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("The mask " + one + " is 50 × 50")
                .hasMessageContaining("proportions");
        Files.delete(one);
        TrainingOrder missing = order(masks);
        assertThatThrownBy(() -> tiny.train(missing))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("There is no mask for picture-03.tiff in")
                .hasMessageContaining("picture-03.png");
    }

    @Test
    void opacityIsAMaskWhereItIsAskedFor() throws IOException {
        Path file = DrawnPictures.file(data, 4);
        BufferedImage opaque = new PictureReader().read(file);
        BufferedImage open =
                new BufferedImage(
                        opaque.getWidth(), opaque.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < open.getHeight(); y++) {
            for (int x = 0; x < open.getWidth(); x++) {
                open.setRGB(x, y, opaque.getRGB(x, y) & (x < 20 ? WHITE : -1));
            }
        }
        ImageIO.write(open, "png", file.toFile());
        // Each picture is seen once.
        assertThat(weights("alpha_mask = true\n", "steps=10"))
                .isNotEqualTo(weights("alpha_mask = false\n", "steps=10"));
    }

    @Test
    void regularisationPicturesCountAsMuchAsIsSet() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        for (int i = 0; i < 4; i++) {
            Path file = DrawnPictures.file(data, i);
            Files.copy(file, others.resolve("other-" + file.getFileName()));
        }
        String regularisation =
                """
                [[datasets.subsets]]
                image_dir = '%s'
                is_reg = true
                class_tokens = 'man'
                """
                        .formatted(others);
        byte[] plain = weights(regularisation, "steps=20");
        assertThat(weights(regularisation, "steps=20", "priorLossWeight=1")).isEqualTo(plain);
        assertThat(weights(regularisation, "steps=20", "priorLossWeight=0.5")).isNotEqualTo(plain);
    }
}
