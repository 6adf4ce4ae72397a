package atelier.model.review;

import java.util.List;

/**
 * What an analysis looks for.
 *
 * @param sharpness what cosines between pictures and texts are multiplied by before they become
 *     shares, above 0: CLIP's logit scale. The larger, the surer one value is
 * @param categories in the order to show and to say them
 */
public record FeatureLists(double sharpness, List<FeatureCategory> categories) {

    /** Copies the list. */
    public FeatureLists {
        categories = List.copyOf(categories);
    }
}
