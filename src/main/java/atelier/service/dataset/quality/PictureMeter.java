package atelier.service.dataset.quality;

import atelier.model.dataset.PictureMeasures;
import atelier.service.storage.DecodedPicture;
import atelier.service.storage.Sha256;

/** Measures pictures. */
public final class PictureMeter {

    /** Levels this near to black or white hold no detail. */
    private static final int CLIPPED = 5;

    private static final int WHITE = 255;
    private static final double HUNDREDTH = 0.01;

    private PictureMeter() {}

    /** All measures of a picture; it is read once, row by row, in little memory. */
    public static PictureMeasures measure(DecodedPicture decoded) {
        LumaPlane plane = LumaPlane.of(decoded.picture(), PictureMeasures.SIDE);
        PerceptualHash hash = PerceptualHash.of(plane);
        float[] levels = plane.sorted();
        return new PictureMeasures(
                Sha256.ofPixels(decoded.picture()),
                hash.signs(),
                hash.featureless(),
                Sharpness.of(plane),
                share(levels, 0, CLIPPED),
                share(levels, WHITE - CLIPPED, WHITE + 1),
                (quantile(levels, 1 - HUNDREDTH) - quantile(levels, HUNDREDTH)) / WHITE,
                decoded.transparent());
    }

    private static double share(float[] levels, float from, float to) {
        int count = 0;
        for (float level : levels) {
            count += level >= from && level <= to ? 1 : 0;
        }
        return (double) count / levels.length;
    }

    private static double quantile(float[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
