package atelier.service.review.vote;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Strengths of players by who won against whom, as Bradley and Terry (1952) have it: one of
 * strength a wins against one of strength b with the probability
 *
 * <pre>1 / (1 + exp(b − a))</pre>
 *
 * They are the likeliest ones, found by Newton's method, with one drawn game more for each against
 * a player of strength 0, so that one who never lost stays finite. How sure they are is told by the
 * curvature there. Whoever did not play stands apart from all others and costs nothing.
 */
final class Ratings {

    private static final int MOST_ROUNDS = 100;
    private static final double CLOSE = 1e-12;

    /** Of one who did not play: by the drawn game alone, whose curvature is a quarter. */
    private static final double ALONE = 4;

    private static final int NOWHERE = -1;

    private final double[][] wins;
    private final int[] playing;
    private final double[] strengths;
    private final int[] places;
    private final double[][] covariance;
    private final double[] sums;

    /**
     * @param wins of the first over the second, a draw as a half for each
     */
    Ratings(double[][] wins) {
        this.wins = wins;
        this.playing = IntStream.range(0, wins.length).filter(this::played).toArray();
        this.strengths = new double[wins.length];
        this.sums = new double[wins.length];
        this.places = new int[wins.length];
        Arrays.fill(sums, ALONE);
        Arrays.fill(places, NOWHERE);
        this.covariance = find().inverse();
        for (int i = 0; i < playing.length; i++) {
            places[playing[i]] = i;
            sums[playing[i]] = Arrays.stream(covariance[i]).sum();
        }
    }

    private boolean played(int player) {
        return IntStream.range(0, wins.length).anyMatch(other -> games(player, other) > 0);
    }

    private double games(int one, int other) {
        return wins[one][other] + wins[other][one];
    }

    /** Finds the strengths; the curvature there. */
    private Cholesky find() {
        Cholesky curvature = new Cholesky(new double[0][]);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] slope = new double[playing.length];
            curvature = new Cholesky(look(slope));
            if (step(curvature.solve(slope)) < CLOSE) {
                break;
            }
        }
        return curvature;
    }

    /**
     * The curvature of the likelihood at the strengths.
     *
     * @param slope gets its slope
     */
    private double[][] look(double[] slope) {
        double[][] curvature = new double[playing.length][playing.length];
        for (int i = 0; i < playing.length; i++) {
            double alone = probability(strengths[playing[i]]);
            slope[i] = 0.5 - alone;
            curvature[i][i] = alone * (1 - alone);
            for (int k = 0; k < playing.length; k++) {
                double games = games(playing[i], playing[k]);
                if (games > 0) {
                    double chance = probability(strengths[playing[i]] - strengths[playing[k]]);
                    slope[i] += wins[playing[i]][playing[k]] - games * chance;
                    double spread = games * chance * (1 - chance);
                    curvature[i][i] += spread;
                    curvature[i][k] -= spread;
                }
            }
        }
        return curvature;
    }

    private static double probability(double difference) {
        return 1 / (1 + Math.exp(-difference));
    }

    /** One step, no longer than is safe; how far the farthest player went. */
    private double step(double[] moves) {
        double largest = 0;
        for (int i = 0; i < moves.length; i++) {
            strengths[playing[i]] += Math.clamp(moves[i], -1, 1);
            largest = Math.max(largest, Math.abs(moves[i]));
        }
        return largest;
    }

    /** The strength of a player, on the scale of logits. */
    double strength(int player) {
        return strengths[player];
    }

    /** How far a player is above the mean of all: the level of all of them no game tells. */
    double relative(int player) {
        return strengths[player] - Arrays.stream(strengths).average().orElse(0);
    }

    /** The standard deviation of {@link #relative}. */
    double deviation(int player) {
        double players = strengths.length;
        return Math.sqrt(
                covariance(player, player)
                        - 2 / players * sums[player]
                        + Arrays.stream(sums).sum() / (players * players));
    }

    /** The standard deviation of the difference of two. */
    double deviation(int one, int other) {
        return Math.sqrt(
                covariance(one, one) + covariance(other, other) - 2 * covariance(one, other));
    }

    private double covariance(int one, int other) {
        if (places[one] == NOWHERE || places[other] == NOWHERE) {
            return one == other ? ALONE : 0;
        }
        return covariance[places[one]][places[other]];
    }
}
