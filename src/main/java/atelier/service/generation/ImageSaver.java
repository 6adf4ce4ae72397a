package atelier.service.generation;

import atelier.model.generation.ImageProvenance;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Puts images where they belong as they are finished. */
@FunctionalInterface
public interface ImageSaver {

    /**
     * Saves an image.
     *
     * @param seed of its noise
     * @param provenance how it was made
     * @return its file
     * @throws atelier.model.AtelierException if it cannot be written
     */
    Path save(long seed, BufferedImage picture, ImageProvenance provenance);
}
