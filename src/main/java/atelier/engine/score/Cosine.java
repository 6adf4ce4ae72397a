package atelier.engine.score;

/** The cosine of the angle between two embeddings, by which CLIP compares them. */
public final class Cosine {

    private Cosine() {}

    /**
     * From −1 to 1; 0 where one of them has no length.
     *
     * @throws IllegalArgumentException if they are of different spaces
     */
    public static double of(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "embeddings of %d and %d numbers".formatted(one.length, other.length));
        }
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
            first += (double) one[i] * one[i];
            second += (double) other[i] * other[i];
        }
        double lengths = Math.sqrt(first) * Math.sqrt(second);
        return lengths == 0 ? 0 : product / lengths;
    }
}
