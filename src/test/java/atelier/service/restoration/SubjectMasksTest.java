package atelier.service.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.restoration.RestorationNetworks;
import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.dataset.Pictures;
import atelier.service.job.Accelerator;
import atelier.service.storage.PictureReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks by a network that takes what is bright for the subject. */
class SubjectMasksTest {

    @TempDir private Path folder;
    private final Accelerator accelerator = new Accelerator();

    @AfterEach
    void close() {
        accelerator.close();
    }

    private SubjectMasks masks() {
        return new SubjectMasks(
                accelerator,
                new RestorationModels(
                        folder.resolve("models"),
                        folder.resolve("starter"),
                        Path.of(System.getProperty("project.dir"), "models", "catalog")),
                new PictureReader());
    }

    /** The left half white, the right one black. */
    private DatasetPicture halves(String name) throws IOException {
        BufferedImage picture = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 48, 64);
        graphics.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return Pictures.of(file, null);
    }

    @Test
    void masksAreOfThePicturesSizeAndNeverTakeThePlaceOfOthers() throws IOException {
        Path network = folder.resolve("starter/matting/model.onnx");
        Files.createDirectories(network.getParent());
        RestorationNetworks.brightness(network);
        Path out = folder.resolve("masks");
        Files.createDirectories(out);
        Files.writeString(out.resolve("b.png"), "painted");
        int written =
                masks().write(
                                List.of(halves("a.png"), halves("b.png")),
                                out,
                                ProgressListener.NONE,
                                new CancelToken());
        assertThat(written).isEqualTo(1);
        assertThat(Files.readString(out.resolve("b.png"))).isEqualTo("painted");
        BufferedImage mask = ImageIO.read(out.resolve("a.png").toFile());
        assertThat(mask.getWidth()).isEqualTo(96);
        assertThat(mask.getHeight()).isEqualTo(64);
        assertThat(mask.getRGB(10, 30) & 0xff).isGreaterThan(0xf0);
        assertThat(mask.getRGB(85, 30) & 0xff).isLessThan(0x10);
    }

    @Test
    void withoutANetworkTheWayToOneIsSaid() {
        assertThatThrownBy(() ->
                        masks().write(
                                        List.of(),
                                        folder.resolve("masks"),
                                        ProgressListener.NONE,
                                        new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("fetch MODNet");
    }
}
