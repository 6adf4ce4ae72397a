package atelier.model.dataset;

import org.jspecify.annotations.Nullable;

/**
 * What a dataset configuration says of buckets; null for what it leaves open.
 *
 * @param resolution whose area the buckets have
 * @param enabled false to cut everything to the resolution
 * @param least shortest side of a bucket
 * @param most longest side of a bucket
 * @param step sides are multiples of it
 * @param upscale whether small pictures are enlarged
 */
public record BucketOverrides(
        @Nullable Resolution resolution,
        @Nullable Boolean enabled,
        @Nullable Integer least,
        @Nullable Integer most,
        @Nullable Integer step,
        @Nullable Boolean upscale) {

    /** Nothing is said. */
    public static final BucketOverrides NONE =
            new BucketOverrides(null, null, null, null, null, null);

    /**
     * The sides of a picture.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Resolution(int width, int height) {}
}
