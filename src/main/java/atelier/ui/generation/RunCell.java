package atelier.ui.generation;

import atelier.model.generation.PreviewPicture;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An image of the batch that runs.
 *
 * @param seed its own
 * @param width in pixels
 * @param height in pixels
 * @param file where it lies; null before it is finished
 * @param live whether it is being made
 * @param step how many steps are done
 * @param steps how many there are
 * @param preview what can be seen of it; null before anything can
 */
record RunCell(
        long seed,
        int width,
        int height,
        @Nullable Path file,
        boolean live,
        int step,
        int steps,
        @Nullable PreviewPicture preview) {}
