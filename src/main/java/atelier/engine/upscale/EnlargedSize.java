package atelier.engine.upscale;

import atelier.model.AtelierException;

/** The size that an image comes to, checked for being one that a program can hold. */
record EnlargedSize(int width, int height) {

    /** Four bytes each make a gigabyte. */
    private static final long MOST_PIXELS = 1L << 28;

    /**
     * Of an image of that size.
     *
     * @throws AtelierException if it is too large
     */
    static EnlargedSize of(int width, int height, int factor) {
        long pixels = (long) width * factor * ((long) height * factor);
        if (pixels > MOST_PIXELS) {
            throw new AtelierException(
                    "%d × %d pixels made %d times as wide and high are more than can be held: choose a smaller factor."
                            .formatted(width, height, factor));
        }
        return new EnlargedSize(width * factor, height * factor);
    }
}
