package atelier.service.review.score;

import atelier.engine.score.Cosine;
import java.util.List;

/**
 * Cosines between vectors: 1 where they point the same way, 0 where they have nothing in common.
 */
public final class Cosines {

    private Cosines() {}

    /** The mean over all pairs of one vector from each list. */
    public static double mean(List<float[]> some, List<float[]> others) {
        return some.stream()
                .flatMapToDouble(one -> others.stream().mapToDouble(other -> Cosine.of(one, other)))
                .average()
                .orElseThrow();
    }

    /** The mean over all pairs of different vectors of a list: each against those left. */
    public static double meanAmong(List<float[]> vectors) {
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i < vectors.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += Cosine.of(vectors.get(i), vectors.get(j));
                pairs++;
            }
        }
        return sum / pairs;
    }
}
