package atelier.service.starter.painter;

import java.awt.Color;

/** Makes colours of colours. */
final class Tint {

    private static final Color SHADOW = new Color(0x2b1838);
    private static final double[] DEEP = {0.46, 0.34, 0.47};
    private static final Color LIGHT = new Color(0xfff6e0);
    private static final int BYTE = 255;

    private Tint() {}

    /** The way from one colour to another, 0 to 1; opaque. */
    static Color mix(Color from, Color to, double share) {
        return new Color(
                level(from.getRed(), to.getRed(), share),
                level(from.getGreen(), to.getGreen(), share),
                level(from.getBlue(), to.getBlue(), share));
    }

    private static int level(int from, int to, double share) {
        return (int) Math.floor(from + (to - from) * share + 0.5);
    }

    /** Nearer to shadow, by 0 to 1: deeper in its own hue first. */
    static Color dark(Color color, double share) {
        Color deep =
                new Color(
                        (int) (color.getRed() * DEEP[0]),
                        (int) (color.getGreen() * DEEP[1]),
                        (int) (color.getBlue() * DEEP[2]));
        return mix(color, mix(deep, SHADOW, share * 0.5), share);
    }

    /** Nearer to light, by 0 to 1. */
    static Color light(Color color, double share) {
        return mix(color, LIGHT, share);
    }

    /** The colour, 0 (not seen) to 1 (opaque). */
    static Color veil(Color color, double opacity) {
        return new Color(
                color.getRed(),
                color.getGreen(),
                color.getBlue(),
                (int) Math.floor(BYTE * opacity + 0.5));
    }
}
