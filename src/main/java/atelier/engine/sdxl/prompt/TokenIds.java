package atelier.engine.sdxl.prompt;

import java.util.Arrays;

/** Token ids of one tokenizer, each with its emphasis. Immutable. */
public final class TokenIds {

    private final long[] ids;
    private final float[] weights;

    /**
     * @param ids rows of the text encoder's embedding
     * @param weights what the hidden state at each position is multiplied by; 1 is neutral
     */
    public TokenIds(long[] ids, float[] weights) {
        if (ids.length != weights.length) {
            throw new IllegalArgumentException(ids.length + " ids, " + weights.length + " weights");
        }
        this.ids = ids.clone();
        this.weights = weights.clone();
    }

    /** Ids that all have the same weight. */
    public static TokenIds of(long[] ids, float weight) {
        float[] weights = new float[ids.length];
        Arrays.fill(weights, weight);
        return new TokenIds(ids, weights);
    }

    /** How many there are. */
    public int length() {
        return ids.length;
    }

    /** The ids, in an array of the caller's own. */
    public long[] ids() {
        return ids.clone();
    }

    /** The weights, in an array of the caller's own. */
    public float[] weights() {
        return weights.clone();
    }

    /** Whether any position is emphasised or muted. */
    public boolean weighted() {
        for (float weight : weights) {
            if (weight != 1) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenIds that
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "TokenIds[ids=%s, weights=%s]"
                .formatted(Arrays.toString(ids), Arrays.toString(weights));
    }
}
