package atelier.model.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture to train on.
 *
 * @param file where it lies
 * @param sha256 of the file
 * @param width upright, in pixels
 * @param height upright, in pixels
 * @param caption what it shows, in one line, as training takes it; empty where there is none
 * @param captionFile where the caption was read; null where there is none
 * @param background what its transparent parts are laid over, as 0xRRGGBB
 * @param subset how it is trained on
 * @param measures of its pixels
 */
public record DatasetPicture(
        Path file,
        String sha256,
        int width,
        int height,
        String caption,
        @Nullable Path captionFile,
        int background,
        Subset subset,
        PictureMeasures measures) {

    /** The file's name without its folder. */
    public String name() {
        return file.getFileName().toString();
    }
}
