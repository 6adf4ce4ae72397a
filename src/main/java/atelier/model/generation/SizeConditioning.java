package atelier.model.generation;

/**
 * SDXL's micro-conditioning: the size a picture claims to have had, its crop, and the size wanted;
 * in pixels.
 *
 * @param originalHeight height before any resizing
 * @param originalWidth width before any resizing
 * @param cropTop pixels cut off at the top
 * @param cropLeft pixels cut off at the left
 * @param targetHeight height wanted
 * @param targetWidth width wanted
 */
public record SizeConditioning(
        int originalHeight,
        int originalWidth,
        int cropTop,
        int cropLeft,
        int targetHeight,
        int targetWidth) {

    /** What a picture of that size, uncropped, is conditioned on. */
    public static SizeConditioning of(int height, int width) {
        return new SizeConditioning(height, width, 0, 0, height, width);
    }
}
