package atelier.engine.face;

import atelier.model.restoration.FacePoint;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Puts restored faces back. A pixel that the soft mask does not cover keeps its value, and each
 * keeps its transparency.
 */
public final class FacePaste {

    private static final int BYTE = 0xff;
    private static final int ALPHA = 0xff000000;

    private final int[] argb;
    private final int width;
    private final int height;

    /**
     * @param argb pixels that faces are pasted into, row by row, 0xAARRGGBB each
     */
    public FacePaste(int[] argb, int width, int height) {
        this.argb = argb;
        this.width = width;
        this.height = height;
    }

    /**
     * Pastes one.
     *
     * @param planes [3, side, side], red, green, blue from −1 to 1
     * @param strength how much of it is blended in where the mask is full, from 0 to 1
     */
    public void paste(float[] planes, FaceAlignment alignment, double strength) {
        int side = alignment.side();
        Similarity toSquare = alignment.toSquare();
        ColourSource face = new SquareColours(planes, side);
        SoftMask mask = new SoftMask(side);
        double[] colour = new double[3];
        Bounds bounds = bounds(toSquare.inverse(), side - 1.0);
        for (int y = bounds.top(); y < bounds.bottom(); y++) {
            for (int x = bounds.left(); x < bounds.right(); x++) {
                FacePoint place = toSquare.of(x, y);
                double share = strength * mask.at(place.x(), place.y());
                if (share > 0) {
                    face.of(x, y, toSquare, colour);
                    int at = y * width + x;
                    argb[at] = blended(argb[at], colour, share);
                }
            }
        }
    }

    private static int blended(int pixel, double[] colour, double share) {
        return (pixel & ALPHA)
                | (blended(pixel >> 16 & BYTE, colour[0], share) << 16)
                | (blended(pixel >> 8 & BYTE, colour[1], share) << 8)
                | blended(pixel & BYTE, colour[2], share);
    }

    private static int blended(int level, double other, double share) {
        return Math.clamp(Math.round(level + share * (other - level)), 0, BYTE);
    }

    /** The part of the picture that the square lies over; right and bottom are not in it. */
    private record Bounds(int left, int top, int right, int bottom) {}

    private Bounds bounds(Similarity toPicture, double last) {
        List<FacePoint> corners =
                List.of(
                        toPicture.of(0, 0),
                        toPicture.of(last, 0),
                        toPicture.of(0, last),
                        toPicture.of(last, last));
        DoubleSummaryStatistics across =
                corners.stream().mapToDouble(FacePoint::x).summaryStatistics();
        DoubleSummaryStatistics down =
                corners.stream().mapToDouble(FacePoint::y).summaryStatistics();
        return new Bounds(
                Math.clamp((long) Math.floor(across.getMin()), 0, width),
                Math.clamp((long) Math.floor(down.getMin()), 0, height),
                Math.clamp((long) Math.ceil(across.getMax()) + 1, 0, width),
                Math.clamp((long) Math.ceil(down.getMax()) + 1, 0, height));
    }
}
