package atelier.service.review;

/**
 * Colours as people see them (Ottosson 2020, "A perceptual color space for image processing"):
 * lightness from 0 to 1, and how red or green, and how yellow or blue.
 */
final class Oklab {

    private static final int CHANNEL = 255;
    private static final double[] LINEAR = new double[CHANNEL + 1];

    static {
        for (int i = 0; i <= CHANNEL; i++) {
            double value = (double) i / CHANNEL;
            // The curve of sRGB, IEC 61966-2-1.
            LINEAR[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
    }

    private Oklab() {}

    /** How far two colours are apart; 1 for black and white. Each is 0xRRGGBB. */
    static double distance(int one, int other) {
        if (((one ^ other) & 0xffffff) == 0) {
            return 0;
        }
        double[] first = of(one);
        double[] second = of(other);
        double lightness = first[0] - second[0];
        double redness = first[1] - second[1];
        double yellowness = first[2] - second[2];
        return Math.sqrt(lightness * lightness + redness * redness + yellowness * yellowness);
    }

    /** Lightness, redness and yellowness of a colour. */
    static double[] of(int rgb) {
        double red = LINEAR[rgb >> 16 & CHANNEL];
        double green = LINEAR[rgb >> 8 & CHANNEL];
        double blue = LINEAR[rgb & CHANNEL];
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }
}
