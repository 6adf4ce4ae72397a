package atelier.service.review.vote;

/**
 * A symmetric, positive definite matrix as the product of a lower triangular one and its transpose
 * (Golub and Van Loan, Matrix Computations, 4th edition, §4.2), by which equations are solved.
 */
final class Cholesky {

    private final double[][] lower;

    /**
     * @param matrix only its lower half is read
     */
    Cholesky(double[][] matrix) {
        lower = new double[matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            double[] values = new double[row + 1];
            for (int column = 0; column < row; column++) {
                values[column] =
                        (matrix[row][column] - product(values, lower[column], column))
                                / lower[column][column];
            }
            values[row] = Math.sqrt(matrix[row][row] - product(values, values, row));
            lower[row] = values;
        }
    }

    private static double product(double[] one, double[] other, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** What the matrix has to be multiplied by to give this. */
    double[] solve(double[] right) {
        double[] found = right.clone();
        for (int row = 0; row < found.length; row++) {
            found[row] = (found[row] - product(lower[row], found, row)) / lower[row][row];
        }
        for (int row = found.length - 1; row >= 0; row--) {
            found[row] /= lower[row][row];
            for (int before = 0; before < row; before++) {
                found[before] -= lower[row][before] * found[row];
            }
        }
        return found;
    }

    /** The inverse of the matrix. */
    double[][] inverse() {
        double[][] rows = new double[lower.length][];
        for (int row = 0; row < rows.length; row++) {
            double[] unit = new double[rows.length];
            unit[row] = 1;
            // A row of the inverse is one of its columns.
            rows[row] = solve(unit);
        }
        return rows;
    }
}
