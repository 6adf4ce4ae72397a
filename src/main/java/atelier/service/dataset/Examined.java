package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.PictureMeasures;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.service.dataset.quality.PictureMeter;
import atelier.service.storage.DecodedPicture;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** What came of decoding a file. */
sealed interface Examined {

    /**
     * It is a picture.
     *
     * @param sha256 of the file
     * @param width upright, in pixels
     * @param height upright, in pixels
     * @param measures of its pixels
     */
    record Picture(String sha256, int width, int height, PictureMeasures measures)
            implements Examined {}

    /**
     * It is none that can be read.
     *
     * @param reason a sentence
     */
    record Unreadable(String reason) implements Examined {}

    /**
     * Decodes and measures a file.
     *
     * @param viewer sees the picture if there is one
     */
    static Examined of(
            Path file,
            PictureReader reader,
            int background,
            BiConsumer<Path, BufferedImage> viewer,
            CancelToken cancel) {
        try {
            DecodedPicture decoded = reader.read(file, background, cancel);
            cancel.check();
            PictureMeasures measures = PictureMeter.measure(decoded);
            cancel.check();
            viewer.accept(file, decoded.picture());
            return new Picture(
                    Sha256.ofFile(file),
                    decoded.picture().getWidth(),
                    decoded.picture().getHeight(),
                    measures);
        } catch (CancelledException e) {
            throw e;
        } catch (AtelierException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** How much memory {@link #of} takes for a file, in bytes. */
    static long memory(Path file, PictureReader reader) {
        try {
            return reader.memory(file);
        } catch (AtelierException e) {
            // What cannot be read takes none, and says why when it is.
            return 0;
        }
    }
}
