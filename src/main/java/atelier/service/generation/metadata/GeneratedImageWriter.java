package atelier.service.generation.metadata;

import atelier.model.AtelierException;
import atelier.model.generation.ImageProvenance;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PngText;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saves generated images as PNG that tell how they were made: in A1111's words for other tools, and
 * in Atelier's own JSON with all there is to know.
 */
public final class GeneratedImageWriter {

    /** The keyword of what an image was made for. */
    public static final String ORIGIN = "atelier-origin";

    /**
     * Saves one image under the next free number, {@code stem-00001.png} and so on; never over a
     * file that is there, and whole or not at all.
     *
     * @param folder an existing folder
     * @param stem first part of the name
     * @param image in sRGB, opaque
     * @param origin what it was made for, which is no part of how; null for nothing to tell
     * @return the file
     * @throws AtelierException if it cannot be written
     */
    public Path write(
            Path folder,
            String stem,
            BufferedImage image,
            ImageProvenance provenance,
            @Nullable String origin) {
        List<PngText> texts = new ArrayList<>(texts(provenance));
        if (origin != null) {
            texts.add(PngText.plain(ORIGIN, origin));
        }
        return AtomicFiles.create(folder, stem, "png", out -> PngWriter.write(image, texts, out));
    }

    /**
     * Saves one image as that very file, in place of one that is there; whole or not at all.
     *
     * @param image in sRGB, opaque
     * @throws AtelierException if it cannot be written
     */
    public void replace(Path file, BufferedImage image, ImageProvenance provenance) {
        List<PngText> texts = texts(provenance);
        AtomicFiles.replace(file, out -> PngWriter.write(image, texts, out));
    }

    private static List<PngText> texts(ImageProvenance provenance) {
        return List.of(
                PngText.plain("parameters", InfotextWriter.write(provenance)),
                new PngText(AtelierSettings.KEYWORD, AtelierSettings.write(provenance), true));
    }
}
