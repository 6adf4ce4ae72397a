package atelier.model.generation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The picture that image-to-image starts from.
 *
 * @param image the picture; it is scaled to the size asked for
 * @param strength how much of the noise schedule is run over it: above 0, at most 1
 * @param mask where it is white the picture is painted anew, where black it stays; null paints
 *     everywhere
 */
public record InitImage(Path image, double strength, @Nullable Path mask) {}
