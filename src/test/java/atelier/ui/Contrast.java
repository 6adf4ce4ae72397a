package atelier.ui;

import javafx.scene.paint.Color;

/** How far colours stand apart, as WCAG 2.2 counts it. */
public final class Contrast {

    private static final double FLARE = 0.05;

    private Contrast() {}

    /** From 1, the same, to 21, black on white. */
    public static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + FLARE) / (Math.min(a, b) + FLARE);
    }

    /** A colour laid over an opaque one. */
    public static Color over(Color colour, Color behind) {
        double share = colour.getOpacity();
        return Color.color(
                colour.getRed() * share + behind.getRed() * (1 - share),
                colour.getGreen() * share + behind.getGreen() * (1 - share),
                colour.getBlue() * share + behind.getBlue() * (1 - share));
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
