package atelier.model.review;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much each measure counts in the quality of an image of a subject.
 *
 * @param clip of {@link Metric#CLIP_IMAGE}, at least 0
 * @param features of {@link Metric#FEATURES}, at least 0
 * @param ssim of {@link Metric#SSIM}, at least 0
 */
public record QualityWeights(double clip, double features, double ssim) {

    /** The usual ones. */
    public static final QualityWeights USUAL = new QualityWeights(0.4, 0.4, 0.2);

    /**
     * The quality, 0 to 1: the weighted mean of how far the measures come to what the references
     * reach among themselves. A measure that is not known does not count.
     *
     * @param shares of their ceilings
     * @return not a number where none is known that counts
     */
    public double quality(Map<Metric, Double> shares) {
        Map<Metric, Double> weights = new EnumMap<>(Metric.class);
        weights.put(Metric.CLIP_IMAGE, clip);
        weights.put(Metric.FEATURES, features);
        weights.put(Metric.SSIM, ssim);
        double sum = 0;
        double all = 0;
        for (Map.Entry<Metric, Double> weight : weights.entrySet()) {
            Double share = shares.get(weight.getKey());
            if (share != null) {
                sum += weight.getValue() * Math.clamp(share, 0, 1);
                all += weight.getValue();
            }
        }
        return sum / all;
    }
}
