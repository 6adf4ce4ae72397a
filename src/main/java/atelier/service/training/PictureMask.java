package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The masks of pictures: a picture of the same name in the subset's folder of masks, bright where
 * it counts, or the picture's own opacity.
 */
final class PictureMask {

    /** By how much the proportions of a mask may be others than its picture's. */
    private static final double STRETCH = 0.01;

    private final PictureReader reader;

    PictureMask(PictureReader reader) {
        this.reader = reader;
    }

    /**
     * The mask as the loss takes it.
     *
     * @param mirrored whether the picture is
     * @param reduction pixels to a side of a latent's place, whose mean it is
     * @return 0 to 1, [h, w] of the latents; empty where the picture has none
     * @throws AtelierException if the folder of masks lacks it, or it is of another shape
     */
    Optional<float[]> of(DatasetPicture picture, Framing framing, boolean mirrored, int reduction) {
        return picture(picture)
                .map(mask -> places(FramedPixels.of(mask, framing, mirrored), framing, reduction));
    }

    private Optional<BufferedImage> picture(DatasetPicture picture) {
        Path folder = picture.subset().masks();
        if (folder == null) {
            return picture.subset().alphaMask() ? reader.opacity(picture.file()) : Optional.empty();
        }
        Path file = file(folder, picture);
        BufferedImage mask = reader.read(file);
        double stretch =
                (double) mask.getWidth()
                        * picture.height()
                        / ((double) mask.getHeight() * picture.width());
        if (Math.abs(stretch - 1) > STRETCH) {
            throw new AtelierException(
                    "The mask %s is %d × %d, and its picture %d × %d: give it the picture's proportions."
                            .formatted(
                                    file,
                                    mask.getWidth(),
                                    mask.getHeight(),
                                    picture.width(),
                                    picture.height()));
        }
        return Optional.of(mask);
    }

    private static Path file(Path folder, DatasetPicture picture) {
        String stem = stem(picture.file());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> stem(file).equals(stem))
                    .min(Path::compareTo)
                    .orElseThrow(() ->
                            new AtelierException(
                                    "There is no mask for %s in %s: put a picture called %s there, white where it counts."
                                            .formatted(picture.name(), folder, stem + ".png")));
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static float[] places(BufferedImage cut, Framing framing, int reduction) {
        float[] red = Pixels.planes(cut);
        int width = framing.width() / reduction;
        float[] places = new float[width * (framing.height() / reduction)];
        for (int y = 0; y < framing.height(); y++) {
            for (int x = 0; x < framing.width(); x++) {
                double brightness = (red[y * framing.width() + x] + 1) / 2;
                places[y / reduction * width + x / reduction] +=
                        (float) (brightness / (reduction * reduction));
            }
        }
        return places;
    }
}
