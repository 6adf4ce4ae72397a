package atelier.service.review.vote;

/**
 * Strengths of players by who won against whom, as Bradley and Terry (1952) have it: one of
 * strength a wins against one of strength b with the probability
 *
 * <pre>1 / (1 + exp(b − a))</pre>
 *
 * They are the likeliest ones, found by Newton's method, with one drawn game more for each against
 * a player of strength 0, so that one who never lost stays finite. How sure they are is told by the
 * curvature there.
 */
final class Ratings {

    private static final int MOST_ROUNDS = 100;
    private static final double CLOSE = 1e-12;

    private final double[] strengths;
    private final double[][] covariance;

    /**
     * @param wins of the first over the second, a draw as a half for each
     */
    Ratings(double[][] wins) {
        int players = wins.length;
        strengths = new double[players];
        double[][] inverse = new double[0][];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] slope = new double[players];
            double[][] curvature = new double[players][players];
            for (int i = 0; i < players; i++) {
                double alone = probability(strengths[i]);
                slope[i] = 0.5 - alone;
                curvature[i][i] = alone * (1 - alone);
            }
            for (int i = 0; i < players; i++) {
                for (int k = 0; k < players; k++) {
                    double games = wins[i][k] + wins[k][i];
                    if (i != k && games > 0) {
                        double chance = probability(strengths[i] - strengths[k]);
                        slope[i] += wins[i][k] - games * chance;
                        double spread = games * chance * (1 - chance);
                        curvature[i][i] += spread;
                        curvature[i][k] -= spread;
                    }
                }
            }
            inverse = Matrices.inverse(curvature);
            if (step(inverse, slope) < CLOSE) {
                break;
            }
        }
        covariance = inverse;
    }

    private static double probability(double difference) {
        return 1 / (1 + Math.exp(-difference));
    }

    /** One step, no longer than is safe; how far the farthest player went. */
    private double step(double[][] inverse, double[] slope) {
        double largest = 0;
        for (int i = 0; i < slope.length; i++) {
            double move = 0;
            for (int k = 0; k < slope.length; k++) {
                move += inverse[i][k] * slope[k];
            }
            strengths[i] += Math.clamp(move, -1, 1);
            largest = Math.max(largest, Math.abs(move));
        }
        return largest;
    }

    /** The strength of a player, on the scale of logits. */
    double strength(int player) {
        return strengths[player];
    }

    /** How far a player is above the mean of all: the level of all of them no game tells. */
    double relative(int player) {
        double sum = 0;
        for (double strength : strengths) {
            sum += strength;
        }
        return strengths[player] - sum / strengths.length;
    }

    /** The standard deviation of {@link #relative}. */
    double deviation(int player) {
        int players = strengths.length;
        double variance = 0;
        for (int i = 0; i < players; i++) {
            for (int k = 0; k < players; k++) {
                variance +=
                        share(i, player, players) * share(k, player, players) * covariance[i][k];
            }
        }
        return Math.sqrt(variance);
    }

    /** How much a strength counts in how far a player is above the mean. */
    private static double share(int strength, int player, int players) {
        return (strength == player ? 1 : 0) - 1.0 / players;
    }

    /** The standard deviation of the difference of two. */
    double deviation(int one, int other) {
        return Math.sqrt(
                covariance[one][one] + covariance[other][other] - 2 * covariance[one][other]);
    }
}
