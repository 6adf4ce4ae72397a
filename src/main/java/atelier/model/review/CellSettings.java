package atelier.model.review;

import atelier.model.generation.EmphasisMode;
import org.jspecify.annotations.Nullable;

/**
 * What is the same in every cell of a comparison.
 *
 * @param negative what to avoid; null for no negative prompt at all
 * @param width in pixels, divisible by 8
 * @param height in pixels, divisible by 8
 * @param guidanceRescale share of the rescaled result, 0 to 1; 0 is off
 * @param clipSkip layers skipped at the end of both text encoders beyond SDXL's own choice
 * @param emphasis how prompt weights act
 */
public record CellSettings(
        @Nullable String negative,
        int width,
        int height,
        double guidanceRescale,
        int clipSkip,
        EmphasisMode emphasis) {}
