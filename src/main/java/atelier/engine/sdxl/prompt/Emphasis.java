package atelier.engine.sdxl.prompt;

import atelier.model.generation.EmphasisMode;

/** Applies the weights of a prompt to the hidden states that a text encoder made of it. */
public final class Emphasis {

    private Emphasis() {}

    /**
     * Weighted states; with weights of 1 throughout, the given values bit for bit.
     *
     * @param states one encoder's hidden states of one chunk, shape [tokens, width], row-major;
     *     left as they are
     * @param weights one for each token
     * @param mode {@code NO_NORM}: each token's state times its weight. {@code ORIGINAL}: all of
     *     them then times (mean before / mean after) over the whole chunk; states whose mean after
     *     is so near 0 that the ratio is not finite are not scaled
     * @return new values of the same shape
     */
    public static float[] apply(float[] states, float[] weights, EmphasisMode mode) {
        if (weights.length == 0 || states.length % weights.length != 0) {
            throw new IllegalArgumentException(
                    "%d states do not divide into %d tokens"
                            .formatted(states.length, weights.length));
        }
        float[] weighted = states.clone();
        int width = states.length / weights.length;
        boolean neutral = true;
        for (int token = 0; token < weights.length; token++) {
            float weight = weights[token];
            if (weight != 1) {
                neutral = false;
                scale(weighted, token * width, (token + 1) * width, weight);
            }
        }
        if (!neutral && mode == EmphasisMode.ORIGINAL) {
            float ratio = (float) (sum(states) / sum(weighted));
            if (Float.isFinite(ratio)) {
                scale(weighted, 0, weighted.length, ratio);
            }
        }
        return weighted;
    }

    private static void scale(float[] values, int begin, int end, float factor) {
        for (int i = begin; i < end; i++) {
            values[i] *= factor;
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
