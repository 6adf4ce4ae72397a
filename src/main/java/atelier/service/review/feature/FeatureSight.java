package atelier.service.review.feature;

import atelier.engine.score.Cosine;
import atelier.model.review.FeatureCategory;
import atelier.model.review.FeatureLists;
import atelier.model.review.FeatureShare;
import atelier.model.review.SeenFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells what is to be seen in pictures, by where CLIP has them and the texts that say it (Radford
 * et al. 2021, Learning Transferable Visual Models From Natural Language Supervision, §3.1.4): a
 * value lies at the mean of its texts' directions, and the shares of a category are the softmax of
 * the cosines to its values times the sharpness.
 */
public final class FeatureSight {

    private final FeatureLists lists;
    private final List<List<float[]>> places;

    /**
     * @param texts where CLIP has each text of {@link #texts}
     */
    public FeatureSight(FeatureLists lists, Map<String, float[]> texts) {
        this.lists = lists;
        this.places =
                lists.categories().stream()
                        .map(category ->
                                category.values().stream()
                                        .map(value -> place(category, value, texts))
                                        .toList())
                        .toList();
    }

    /** All that CLIP has to read, each once. */
    public static List<String> texts(FeatureLists lists) {
        return lists.categories().stream()
                .flatMap(category ->
                        category.values().stream()
                                .flatMap(value ->
                                        category.asked().stream()
                                                .map(form -> FeatureCategory.fill(form, value))))
                .distinct()
                .toList();
    }

    private static float[] place(
            FeatureCategory category, String value, Map<String, float[]> texts) {
        List<float[]> all = new ArrayList<>();
        for (String form : category.asked()) {
            float[] text = texts.get(FeatureCategory.fill(form, value));
            if (text == null) {
                throw new IllegalArgumentException("a text that was not read: " + form);
            }
            all.add(text);
        }
        return meanDirection(all);
    }

    private static float[] meanDirection(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            double length = 0;
            for (float part : vector) {
                length += (double) part * part;
            }
            length = Math.sqrt(length);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (float) (vector[i] / length);
            }
        }
        return mean;
    }

    /**
     * What is seen in a picture, one for each category.
     *
     * @param picture where CLIP has it
     */
    public List<SeenFeatures> of(float[] picture) {
        List<SeenFeatures> seen = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            FeatureCategory category = lists.categories().get(i);
            double[] shares =
                    softmax(
                            places.get(i).stream()
                                    .mapToDouble(
                                            place -> lists.sharpness() * Cosine.of(picture, place))
                                    .toArray());
            List<FeatureShare> all = new ArrayList<>();
            for (int k = 0; k < shares.length; k++) {
                all.add(new FeatureShare(category.values().get(k), shares[k]));
            }
            seen.add(new SeenFeatures(category.name(), all));
        }
        return seen;
    }

    private static double[] softmax(double[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        double[] shares = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            shares[i] = Math.exp(logits[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
