package atelier.model.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that are trained on in one way; sd-scripts' word for it.
 *
 * @param folder where they lie
 * @param repeats how often each is shown in an epoch, at least 1
 * @param regularisation whether they show what the model shall not forget instead of the subject
 *     (prior preservation); they never get the trigger
 * @param captions where their captions come from
 * @param flip whether half of the showings are mirrored; null for as the plan says
 * @param alphaMask whether their opacity weighs the loss
 * @param masks folder of pictures of the same names whose brightness weighs the loss; null for none
 * @param buckets what a configuration says of their sizes
 */
public record Subset(
        Path folder,
        int repeats,
        boolean regularisation,
        CaptionRule captions,
        @Nullable Boolean flip,
        boolean alphaMask,
        @Nullable Path masks,
        BucketOverrides buckets) {

    /** A folder of pictures, each shown once an epoch. */
    public static Subset plain(Path folder) {
        return new Subset(
                folder, 1, false, CaptionRule.PLAIN, null, false, null, BucketOverrides.NONE);
    }

    /** A folder as sd-scripts names them: shown so often, with those words where captions lack. */
    public static Subset repeated(Path folder, int repeats, String words, boolean regularisation) {
        return new Subset(
                folder,
                repeats,
                regularisation,
                CaptionRule.PLAIN.withFallback(words),
                null,
                false,
                null,
                BucketOverrides.NONE);
    }

    /** The same shown so often. */
    public Subset withRepeats(int count) {
        return new Subset(folder, count, regularisation, captions, flip, alphaMask, masks, buckets);
    }

    /** The same with that folder of masks. */
    public Subset withMasks(Path other) {
        return new Subset(
                folder, repeats, regularisation, captions, flip, alphaMask, other, buckets);
    }
}
