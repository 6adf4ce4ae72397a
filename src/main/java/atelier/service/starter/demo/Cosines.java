package atelier.service.starter.demo;

import java.util.List;

/**
 * Cosines between vectors: 1 where they point the same way, 0 where they have nothing in common.
 */
final class Cosines {

    private Cosines() {}

    /** The mean over all pairs of one vector from each list. */
    static double mean(List<float[]> some, List<float[]> others) {
        return some.stream()
                .flatMapToDouble(one -> others.stream().mapToDouble(other -> between(one, other)))
                .average()
                .orElseThrow();
    }

    /** The mean over all pairs of different vectors of a list: each against those left. */
    static double meanAmong(List<float[]> vectors) {
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i < vectors.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += between(vectors.get(i), vectors.get(j));
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static double between(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
            ones += (double) one[i] * one[i];
            others += (double) other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }
}
