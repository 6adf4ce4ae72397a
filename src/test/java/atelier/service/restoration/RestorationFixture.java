package atelier.service.restoration;

import atelier.service.job.Accelerator;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** A service that restores by inverting, with files in the place of its networks. */
public final class RestorationFixture implements AutoCloseable {

    private static final Path CATALOG =
            Path.of(System.getProperty("project.dir"), "models", "catalog");

    private final InvertingRestorers restorers = new InvertingRestorers();
    private final Accelerator accelerator = new Accelerator();
    private final RestorationService service;

    /**
     * @param folder for the files
     */
    public RestorationFixture(Path folder) {
        Path models = folder.resolve("models");
        place(models, List.of("gfpgan_1.4.onnx", "face_detection_yunet_2023mar.onnx"));
        service =
                new RestorationService(
                        accelerator,
                        restorers,
                        new RestorationModels(models, folder.resolve("starter"), CATALOG),
                        new PictureReader(),
                        "1.0",
                        new RestorationLocks());
    }

    /** Puts files there that are networks by their names alone. */
    static void place(Path folder, List<String> names) {
        try {
            for (String name : names) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paints a picture, with what counts as a face or without. */
    public static Path paint(Path file, long seed, boolean face) {
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int i = 0; i < 1200; i++) {
            picture.setRGB(i % 40, i / 40, random.nextInt(1 << 24));
        }
        picture.setRGB(0, 0, face ? 0xff0000 : 0x00ff00);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** What the service restores with. */
    public InvertingRestorers restorers() {
        return restorers;
    }

    /** The service. */
    public RestorationService service() {
        return service;
    }

    @Override
    public void close() {
        accelerator.close();
    }
}
