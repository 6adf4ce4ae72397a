package atelier.service.review.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatingsTest {

    private static final double[][] WINS = {{0, 7, 4.5}, {3, 0, 6}, {1.5, 4, 0}};

    /** Of the strengths, by the formula: every game, and a drawn one against a player of 0. */
    private static double likelihood(double[] strengths) {
        double sum = 0;
        for (int i = 0; i < strengths.length; i++) {
            sum += 0.5 * Math.log(chance(strengths[i])) + 0.5 * Math.log(chance(-strengths[i]));
            for (int k = 0; k < strengths.length; k++) {
                sum += WINS[i][k] * Math.log(chance(strengths[i] - strengths[k]));
            }
        }
        return sum;
    }

    private static double chance(double difference) {
        return 1 / (1 + Math.exp(-difference));
    }

    private static double[] strengths(Ratings ratings) {
        return new double[] {ratings.strength(0), ratings.strength(1), ratings.strength(2)};
    }

    @Test
    void noOtherStrengthsAreLikelier() {
        double[] found = strengths(new Ratings(WINS));
        double most = likelihood(found);
        for (int player = 0; player < found.length; player++) {
            for (double move : new double[] {-0.01, 0.01}) {
                double[] other = found.clone();
                other[player] += move;
                assertThat(likelihood(other)).isLessThan(most);
            }
        }
        assertThat(found[0]).isGreaterThan(found[1]);
        assertThat(found[1]).isGreaterThan(found[2]);
    }

    /** The inverse of the curvature, here by differences and the adjugate. */
    @Test
    void howSureTheyAreIsTheCurvatureOfTheLikelihood() {
        Ratings ratings = new Ratings(WINS);
        double[] at = strengths(ratings);
        double[][] curvature = new double[3][3];
        double h = 1e-3;
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                curvature[i][k] =
                        -(moved(at, i, h, k, h)
                                        - moved(at, i, h, k, -h)
                                        - moved(at, i, -h, k, h)
                                        + moved(at, i, -h, k, -h))
                                / (4 * h * h);
            }
        }
        double[][] inverse = inverse(curvature);
        assertThat(ratings.deviation(0, 1))
                .isEqualTo(
                        Math.sqrt(inverse[0][0] + inverse[1][1] - 2 * inverse[0][1]), within(1e-4));
        // Two thirds of the first less a third of each other: what it is above the mean.
        double[] shares = {2 / 3.0, -1 / 3.0, -1 / 3.0};
        double variance = 0;
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                variance += shares[i] * shares[k] * inverse[i][k];
            }
        }
        assertThat(ratings.deviation(0)).isEqualTo(Math.sqrt(variance), within(1e-4));
        assertThat(ratings.relative(0)).isEqualTo((2 * at[0] - at[1] - at[2]) / 3, within(1e-12));
    }

    /** By cofactors. */
    private static double[][] inverse(double[][] c) {
        double[][] cofactors = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                double[] one = c[(i + 1) % 3];
                double[] other = c[(i + 2) % 3];
                cofactors[k][i] =
                        one[(k + 1) % 3] * other[(k + 2) % 3]
                                - one[(k + 2) % 3] * other[(k + 1) % 3];
            }
        }
        double determinant = 0;
        for (int k = 0; k < 3; k++) {
            determinant += c[0][k] * cofactors[k][0];
        }
        for (double[] row : cofactors) {
            for (int k = 0; k < 3; k++) {
                row[k] /= determinant;
            }
        }
        return cofactors;
    }

    private static double moved(double[] at, int i, double byI, int k, double byK) {
        double[] other = at.clone();
        other[i] += byI;
        other[k] += byK;
        return likelihood(other);
    }

    @Test
    void oneWhoNeverLostStaysFiniteAndNobodyPlayedIsInTheMiddle() {
        Ratings ratings = new Ratings(new double[][] {{0, 50, 0}, {0, 0, 0}, {0, 0, 0}});
        assertThat(ratings.strength(0)).isBetween(2.0, 6.0);
        assertThat(ratings.strength(1)).isEqualTo(-ratings.strength(0), within(1e-9));
        assertThat(ratings.strength(2)).isZero();
        // What is not sure of the mean of the first two, by their drawn games, and of the third, by
        // its own, whose curvature is a quarter.
        double chance = chance(ratings.strength(0));
        double sum = 2 / (chance * (1 - chance));
        assertThat(ratings.deviation(2)).isEqualTo(Math.sqrt(sum / 9 + 4.0 / 9 * 4), within(1e-9));
    }

    @Test
    void othersWhoDidNotPlayMoveNobody() {
        double[][] wider = new double[40][40];
        for (int i = 0; i < WINS.length; i++) {
            System.arraycopy(WINS[i], 0, wider[i], 0, WINS.length);
        }
        Ratings few = new Ratings(WINS);
        Ratings many = new Ratings(wider);
        assertThat(strengths(many)).containsExactly(strengths(few), within(1e-12));
        assertThat(many.deviation(0, 1)).isEqualTo(few.deviation(0, 1), within(1e-12));
        assertThat(many.deviation(0, 39))
                .as("of two that never met anyone in common")
                .isGreaterThan(few.deviation(0, 1));
    }
}
