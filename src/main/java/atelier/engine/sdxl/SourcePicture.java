package atelier.engine.sdxl;

import org.jspecify.annotations.Nullable;

/**
 * The picture that image-to-image starts from, at the size of the result.
 *
 * @param planes [3, height, width], values from −1 to 1
 * @param mask [height, width]: 1 paints anew, 0 keeps; null paints everything
 * @param strength how much of the noise schedule is run over it: above 0, at most 1
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record SourcePicture(float[] planes, float @Nullable [] mask, double strength) {}
