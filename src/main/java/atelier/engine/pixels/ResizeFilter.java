package atelier.engine.pixels;

import java.util.function.DoubleUnaryOperator;

/** What a pixel is made of, by how far away the old pixels are. */
public enum ResizeFilter {
    /** A triangle; Pillow calls it bilinear. */
    TRIANGLE(1, ResizeFilter::triangle),
    /** Keys' cubic convolution (1981). */
    BICUBIC(2, ResizeFilter::cubic),
    /** Lanczos' windowed sinc of three lobes (Duchon 1979), which keeps fine lines. */
    LANCZOS(3, ResizeFilter::lanczos);

    private static final double SHARPNESS = -0.5;

    private final double support;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final DoubleUnaryOperator weight;

    ResizeFilter(double support, DoubleUnaryOperator weight) {
        this.support = support;
        this.weight = weight;
    }

    /** How far it reaches, in pixels. */
    double support() {
        return support;
    }

    double weight(double distance) {
        return weight.applyAsDouble(Math.abs(distance));
    }

    private static double triangle(double x) {
        return Math.max(0, 1 - x);
    }

    private static double cubic(double x) {
        if (x < 1) {
            return ((SHARPNESS + 2) * x - (SHARPNESS + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * SHARPNESS : 0;
    }

    private static double lanczos(double x) {
        return x < LANCZOS.support ? sinc(x) * sinc(x / LANCZOS.support) : 0;
    }

    private static double sinc(double x) {
        double angle = Math.PI * x;
        return angle == 0 ? 1 : Math.sin(angle) / angle;
    }
}
