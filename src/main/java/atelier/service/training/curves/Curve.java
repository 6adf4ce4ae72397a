package atelier.service.training.curves;

import java.awt.Color;
import java.util.stream.DoubleStream;

/**
 * One curve of a panel.
 *
 * @param name for the legend
 * @param look how it is drawn
 * @param x ascending
 * @param y as many, finite
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Curve(String name, Look look, double[] x, double[] y) {

    /** Colour and form: curves are told apart by both. */
    public enum Look {
        /** Single values, thin and faint. */
        RAW(0x8b949e, 0.45f, 0.8f),
        /** The curve to look at. */
        MAIN(0x58a6ff, 1, 2),
        /** Measured now and then. */
        PROBE(0xe3b341, 1, 1.6f),
        /** The same on other pictures. */
        VALIDATION(0xff9a5c, 1, 1.6f),
        /** A rate. */
        RATE(0xbc8cff, 1, 2),
        /** A score. */
        SCORE(0x3fb950, 1, 2),
        /** A speed. */
        SPEED(0x39c5cf, 1, 1.2f);

        private static final int ALL = 255;
        private static final int ALPHA = 24;

        private final int colour;
        private final float opacity;
        private final float width;

        Look(int colour, float opacity, float width) {
            this.colour = colour;
            this.opacity = opacity;
            this.width = width;
        }

        /** With its opacity. */
        Color ink() {
            return new Color((Math.round(ALL * opacity) << ALPHA) | colour, true);
        }

        float width() {
            return width;
        }

        /** Whether each value has a dot. */
        boolean dotted() {
            return this == PROBE || this == VALIDATION;
        }
    }

    private static final double CUT_OFF = 0.02;

    /** The values that should be seen: of single values, all but the farthest. */
    DoubleStream range() {
        if ((look != Look.RAW && look != Look.SPEED) || y.length == 0) {
            return DoubleStream.of(y);
        }
        double[] sorted = DoubleStream.of(y).sorted().toArray();
        int cut = (int) (CUT_OFF * sorted.length);
        return DoubleStream.of(sorted[cut], sorted[sorted.length - 1 - cut]);
    }
}
