package atelier.service.starter.scene;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import atelier.model.starter.Portrait;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.painter.FacePoints;
import atelier.service.starter.painter.PaintedPortrait;
import atelier.service.starter.painter.Painter;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A painted portrait whose person can be taken out of it. */
public final class CutOut {

    private static final int BYTE = 0xff;
    private static final int ALPHA = 24;
    private static final int COLOURS = 0xffffff;

    /** From the left upper corner of the first pixel to its middle. */
    private static final double MIDDLE = 0.5;

    private final int side;
    private final int[] argb;
    private final DetectedFace face;

    private CutOut(int side, int[] argb, DetectedFace face) {
        this.side = side;
        this.argb = argb;
        this.face = face;
    }

    /** Paints one; the side is in pixels. */
    public static CutOut paint(Painter painter, SamplePortrait sample, int side) {
        Portrait portrait = sample.portrait();
        PaintedPortrait painted = painter.paint(portrait, sample.seed(), side);
        int[] argb = painted.picture().getRGB(0, 0, side, side, null, 0, side);
        int[] mask = painted.mask().getRGB(0, 0, side, side, null, 0, side);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = ((mask[i] & BYTE) << ALPHA) | (argb[i] & COLOURS);
        }
        return new CutOut(
                side,
                argb,
                new DetectedFace(
                        box(painter.face(portrait, sample.seed(), side)),
                        landmarks(painted.points()),
                        1));
    }

    private static FaceBox box(Rectangle2D box) {
        return new FaceBox(
                box.getX() - MIDDLE, box.getY() - MIDDLE, box.getWidth(), box.getHeight());
    }

    /** The marks of a painted face, with the middle of the first pixel at (0, 0). */
    public static FaceLandmarks landmarks(FacePoints points) {
        return new FaceLandmarks(
                mark(points.leftEye()),
                mark(points.rightEye()),
                mark(points.nose()),
                mark(points.leftMouth()),
                mark(points.rightMouth()));
    }

    private static FacePoint mark(FacePoints.Point point) {
        return new FacePoint(point.x() - MIDDLE, point.y() - MIDDLE);
    }

    /** Pixels of a side. */
    public int side() {
        return side;
    }

    /** Where its face is, for certain. */
    public DetectedFace face() {
        return face;
    }

    /**
     * The pixels, row by row, 0xAARRGGBB each: the colours of the whole picture, and how much of
     * each is the person. Not to be changed.
     */
    public int[] argb() {
        return argb;
    }

    /** The whole picture. */
    public BufferedImage picture() {
        return opaque(argb, side);
    }

    /** The person alone, transparent where the background was. */
    public BufferedImage person() {
        BufferedImage person = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        person.setRGB(0, 0, side, side, argb, 0, side);
        return person;
    }

    /** The picture of such pixels, nothing transparent. */
    public static BufferedImage opaque(int[] argb, int side) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, side, side, argb, 0, side);
        return picture;
    }

    /** How much each of such pixels belongs to the person, from 0 to 1. */
    public static float[] shares(int[] argb) {
        float[] shares = new float[argb.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (argb[i] >>> ALPHA) / (float) BYTE;
        }
        return shares;
    }
}
