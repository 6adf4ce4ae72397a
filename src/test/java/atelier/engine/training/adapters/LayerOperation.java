package atelier.engine.training.adapters;

import java.util.List;
import java.util.Locale;

/** The ways in which a layer is computed, with 6 outputs and 4 inputs, in double. */
enum LayerOperation {
    LINEAR(List.of(6L, 4L), 1, 1, 0),
    HALVES(List.of(6L, 4L), 1, 1, 0),
    POINTWISE(List.of(6L, 4L, 1L, 1L), 1, 1, 0),
    CONV(List.of(6L, 4L, 3L, 3L), 3, 1, 1),
    STRIDED(List.of(6L, 4L, 3L, 3L), 3, 2, 1),
    /** Twice the height and width first. */
    TRANSPOSED(List.of(6L, 4L, 3L, 3L), 3, 1, 1);

    static final int OUTPUTS = 6;
    static final int INPUTS = 4;
    private static final int HEIGHT = 3;
    private static final int WIDTH = 5;

    final List<Long> weight;
    private final int kernel;
    private final int stride;
    private final int pad;

    LayerOperation(List<Long> weight, int kernel, int stride, int pad) {
        this.weight = weight;
        this.kernel = kernel;
        this.stride = stride;
        this.pad = pad;
    }

    /** The method of the program. */
    String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    int kernelSize() {
        return kernel * kernel;
    }

    private boolean isLinear() {
        return weight.size() == 2;
    }

    long[] inputShape() {
        return isLinear()
                ? new long[] {HEIGHT * WIDTH, INPUTS}
                : new long[] {1, INPUTS, HEIGHT, WIDTH};
    }

    int inputSize() {
        return INPUTS * HEIGHT * WIDTH;
    }

    double[] output(double[] k, double[] bias, double[] x) {
        if (isLinear()) {
            return rows(k, bias, x);
        }
        return this == TRANSPOSED
                ? convolved(k, bias, doubled(x), 2 * HEIGHT, 2 * WIDTH)
                : convolved(k, bias, x, HEIGHT, WIDTH);
    }

    private static double[] rows(double[] k, double[] bias, double[] x) {
        double[] y = new double[HEIGHT * WIDTH * OUTPUTS];
        for (int row = 0; row < HEIGHT * WIDTH; row++) {
            for (int o = 0; o < OUTPUTS; o++) {
                double sum = bias[o];
                for (int i = 0; i < INPUTS; i++) {
                    sum += k[o * INPUTS + i] * x[row * INPUTS + i];
                }
                y[row * OUTPUTS + o] = sum;
            }
        }
        return y;
    }

    private static double[] doubled(double[] x) {
        double[] y = new double[4 * x.length];
        for (int i = 0; i < y.length; i++) {
            int column = i % (2 * WIDTH);
            int row = i / (2 * WIDTH) % (2 * HEIGHT);
            int channel = i / (4 * WIDTH * HEIGHT);
            y[i] = x[(channel * HEIGHT + row / 2) * WIDTH + column / 2];
        }
        return y;
    }

    private double[] convolved(double[] k, double[] bias, double[] x, int height, int width) {
        int rows = (height + 2 * pad - kernel) / stride + 1;
        int columns = (width + 2 * pad - kernel) / stride + 1;
        double[] y = new double[OUTPUTS * rows * columns];
        for (int at = 0; at < y.length; at++) {
            int o = at / (rows * columns);
            double sum = bias[o];
            for (int tap = 0; tap < INPUTS * kernel * kernel; tap++) {
                int i = tap / (kernel * kernel);
                int row = at / columns % rows * stride - pad + tap / kernel % kernel;
                int column = at % columns * stride - pad + tap % kernel;
                if (row >= 0 && row < height && column >= 0 && column < width) {
                    sum +=
                            k[o * INPUTS * kernel * kernel + tap]
                                    * x[(i * height + row) * width + column];
                }
            }
            y[at] = sum;
        }
        return y;
    }
}
