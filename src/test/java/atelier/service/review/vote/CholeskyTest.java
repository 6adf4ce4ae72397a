package atelier.service.review.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final double[][] MATRIX = {{4, -1, 0.5}, {-1, 3, -1.5}, {0.5, -1.5, 5}};

    private static double[] times(double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int k = 0; k < vector.length; k++) {
                product[i] += MATRIX[i][k] * vector[k];
            }
        }
        return product;
    }

    @Test
    void whatIsFoundTimesTheMatrixIsWhatWasGiven() {
        double[] right = {1, -2, 0.25};
        assertThat(times(new Cholesky(MATRIX).solve(right))).containsExactly(right, within(1e-12));
    }

    @Test
    void theInverseTimesTheMatrixIsTheIdentity() {
        double[][] inverse = new Cholesky(MATRIX).inverse();
        for (int i = 0; i < MATRIX.length; i++) {
            double[] unit = new double[MATRIX.length];
            unit[i] = 1;
            assertThat(times(inverse[i])).containsExactly(unit, within(1e-12));
        }
    }
}
