package atelier.model.dataset;

import java.nio.file.Path;

/**
 * A picture to train on.
 *
 * @param file where it lies
 * @param sha256 of the file
 * @param width upright, in pixels
 * @param height upright, in pixels
 * @param caption what it shows, in one line; empty where there is none
 */
public record DatasetPicture(Path file, String sha256, int width, int height, String caption) {}
