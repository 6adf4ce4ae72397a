package atelier.model.dataset;

/**
 * Which sizes pictures of all shapes are trained at, as sd-scripts has it.
 *
 * @param area the most pixels of a bucket
 * @param least shortest side of the predefined buckets
 * @param most longest side of the predefined buckets
 * @param step sides are multiples of it
 * @param upscale whether small pictures are enlarged to a predefined bucket; else they keep their
 *     size, cut down to multiples of the step
 */
public record BucketRule(long area, int least, int most, int step, boolean upscale) {

    private static final int STEP = 64;

    /**
     * The usual rule for models of a resolution: sides from a quarter of it to twice as long.
     *
     * @param resolution side of a square picture, at least 64
     */
    public static BucketRule of(int resolution, boolean upscale) {
        return new BucketRule(
                (long) resolution * resolution,
                Math.max(STEP, resolution / 4 / STEP * STEP),
                2 * resolution,
                STEP,
                upscale);
    }
}
