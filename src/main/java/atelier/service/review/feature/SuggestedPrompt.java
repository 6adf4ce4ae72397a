package atelier.service.review.feature;

import atelier.model.review.FeatureCategory;
import atelier.model.review.FeatureLists;
import atelier.model.review.FeatureShare;
import atelier.model.review.SeenFeatures;
import java.util.ArrayList;
import java.util.List;

/**
 * A training prompt from what was seen: the subject, the surest value of each category that belongs
 * to it, and of the others what most pictures show.
 */
public final class SuggestedPrompt {

    /** Share from which on a value is that of most pictures. */
    private static final double MOST = 0.5;

    private SuggestedPrompt() {}

    /**
     * The prompt.
     *
     * @param subject what calls it up; may be empty
     * @param overall one for each category of the lists, in their order
     */
    public static String of(String subject, FeatureLists lists, List<SeenFeatures> overall) {
        List<String> parts = new ArrayList<>();
        if (!subject.isBlank()) {
            parts.add(subject.strip());
        }
        for (int i = 0; i < overall.size(); i++) {
            FeatureCategory category = lists.categories().get(i);
            FeatureShare surest = overall.get(i).shares().getFirst();
            if (category.ofSubject() || surest.share() >= MOST) {
                parts.add(FeatureCategory.fill(category.said(), surest.value()));
            }
        }
        return String.join(", ", parts);
    }
}
