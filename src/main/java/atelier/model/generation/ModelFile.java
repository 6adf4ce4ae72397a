package atelier.model.generation;

import java.nio.file.Path;

/**
 * A model that images can be made with.
 *
 * @param name what its folder or file is called
 * @param path the folder or file
 * @param side of a square image that it makes best, in pixels
 */
public record ModelFile(String name, Path path, int side) {}
