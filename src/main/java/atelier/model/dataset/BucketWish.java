package atelier.model.dataset;

import org.jspecify.annotations.Nullable;

/**
 * What a user wants of the sizes that pictures are trained at. It goes before what a dataset
 * configuration says, and that before what is usual.
 *
 * @param resolution side of a square picture in pixels, at least 64; null for none in particular
 * @param upscale whether small pictures are enlarged; null for no matter
 * @param usual resolution if nobody says one
 */
public record BucketWish(@Nullable Integer resolution, @Nullable Boolean upscale, int usual) {

    /** The rule for pictures of which no configuration says anything. */
    public BucketRule rule() {
        return BucketRule.of(resolution == null ? usual : resolution, upscale == null || upscale);
    }

    /** What of a configuration still counts. */
    public BucketOverrides left(BucketOverrides said) {
        boolean sized = resolution != null;
        return new BucketOverrides(
                sized ? null : said.resolution(),
                said.enabled(),
                sized ? null : said.least(),
                sized ? null : said.most(),
                said.step(),
                upscale == null ? said.upscale() : null);
    }
}
