package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the masks of pictures: a picture of the same name in the subset's folder of masks, bright
 * where it counts, or the picture's own opacity.
 */
public final class MaskReader {

    /** By how much the proportions of a mask may be others than its picture's. */
    private static final double STRETCH = 0.01;

    private final PictureReader reader;

    /** Reads pictures by that reader. */
    public MaskReader(PictureReader reader) {
        this.reader = reader;
    }

    /** The file of a picture's mask; empty where it has none but its own opacity. */
    public static Optional<Path> file(DatasetPicture picture) {
        Path folder = picture.subset().masks();
        return folder == null ? Optional.empty() : file(folder, picture);
    }

    /**
     * The mask that weighs the loss.
     *
     * @return empty where the subset has none
     * @throws AtelierException if the folder of masks lacks it, or it is of another shape
     */
    public Optional<BufferedImage> weighing(DatasetPicture picture) {
        Path folder = picture.subset().masks();
        if (folder == null) {
            return picture.subset().alphaMask() ? reader.opacity(picture.file()) : Optional.empty();
        }
        Path file =
                file(picture)
                        .orElseThrow(() ->
                                new AtelierException(
                                        "There is no mask for %s in %s: put a picture called %s there, white where it counts."
                                                .formatted(
                                                        picture.name(),
                                                        folder,
                                                        stem(picture.file()) + ".png")));
        return Optional.of(read(file, picture));
    }

    /**
     * The mask that shows where the subject is, whether it weighs the loss or not.
     *
     * @return empty where there is none
     * @throws AtelierException if it is of another shape
     */
    Optional<BufferedImage> showing(DatasetPicture picture) {
        Path folder = picture.subset().masks();
        if (folder != null) {
            return file(picture).map(file -> read(file, picture));
        }
        return picture.measures().transparent() > 0
                ? reader.opacity(picture.file())
                : Optional.empty();
    }

    private BufferedImage read(Path file, DatasetPicture picture) {
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
        return mask;
    }

    private static Optional<Path> file(Path folder, DatasetPicture picture) {
        String stem = stem(picture.file());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> stem(file).equals(stem))
                    .min(Path::compareTo);
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
