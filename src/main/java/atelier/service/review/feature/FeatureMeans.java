package atelier.service.review.feature;

import atelier.model.review.FeatureShare;
import atelier.model.review.SeenFeatures;
import java.util.ArrayList;
import java.util.List;

/** The mean of what is seen in several pictures. */
public final class FeatureMeans {

    private FeatureMeans() {}

    /**
     * The mean share of every value.
     *
     * @param pictures at least one, all with the same categories in the same order
     */
    public static List<SeenFeatures> of(List<List<SeenFeatures>> pictures) {
        List<SeenFeatures> means = new ArrayList<>();
        List<SeenFeatures> first = pictures.getFirst();
        for (int i = 0; i < first.size(); i++) {
            int place = i;
            List<FeatureShare> shares =
                    first.get(i).shares().stream()
                            .map(FeatureShare::value)
                            .map(value ->
                                    new FeatureShare(
                                            value,
                                            pictures.stream()
                                                    .mapToDouble(
                                                            seen -> seen.get(place).share(value))
                                                    .average()
                                                    .orElseThrow()))
                            .toList();
            means.add(new SeenFeatures(first.get(i).category(), shares));
        }
        return means;
    }
}
