package atelier.engine.lora;

import java.util.Random;

/** Matrices in double, by the plainest loops there are. */
public final class Doubles {

    private Doubles() {}

    public static double[] of(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    public static float[] random(long seed, int count) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() * 0.3f;
        }
        return values;
    }

    /** a [rows, inner] · b [inner, columns]. */
    public static double[] product(double[] a, double[] b, int inner) {
        int rows = a.length / inner;
        int columns = b.length / inner;
        double[] c = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    c[i * columns + j] += a[i * inner + k] * b[k * columns + j];
                }
            }
        }
        return c;
    }

    public static double[] sum(double[] a, double[] b) {
        double[] c = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i] + b[i];
        }
        return c;
    }

    public static double[] times(double[] a, double factor) {
        double[] c = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i] * factor;
        }
        return c;
    }

    public static double[] elementwise(double[] a, double[] b) {
        double[] c = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i] * b[i];
        }
        return c;
    }

    /** a [rows, columns] ⊗ b [bRows, bColumns, kernel] over rows and columns. */
    public static double[] kronecker(double[] a, int columns, double[] b, int bRows, int kernel) {
        int rows = a.length / columns;
        int bColumns = b.length / bRows / kernel;
        double[] c = new double[a.length * b.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int p = 0; p < bRows; p++) {
                    for (int q = 0; q < bColumns; q++) {
                        for (int k = 0; k < kernel; k++) {
                            int row = i * bRows + p;
                            int column = j * bColumns + q;
                            c[(row * columns * bColumns + column) * kernel + k] =
                                    a[i * columns + j] * b[(p * bColumns + q) * kernel + k];
                        }
                    }
                }
            }
        }
        return c;
    }

    /**
     * Σ core[i, j, k] a[i, p] b[j, q] → [p, q, k], for a [n, rows], b [m, columns] and core [n, m,
     * kernel].
     */
    public static double[] tucker(double[] core, double[] a, int n, double[] b, int m) {
        int rows = a.length / n;
        int columns = b.length / m;
        int kernel = core.length / n / m;
        double[] c = new double[rows * columns * kernel];
        for (int p = 0; p < rows; p++) {
            for (int q = 0; q < columns; q++) {
                for (int k = 0; k < kernel; k++) {
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < m; j++) {
                            c[(p * columns + q) * kernel + k] +=
                                    core[(i * m + j) * kernel + k]
                                            * a[i * rows + p]
                                            * b[j * columns + q];
                        }
                    }
                }
            }
        }
        return c;
    }

    public static double largestDifference(double[] a, double[] b) {
        double largest = a.length == b.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            double difference = Math.abs(a[i] - b[i]);
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }
}
