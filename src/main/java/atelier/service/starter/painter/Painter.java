package atelier.service.starter.painter;

import atelier.model.AtelierException;
import atelier.model.starter.DrawingStyle;
import atelier.model.starter.Portrait;
import atelier.model.starter.Tilt;
import atelier.model.starter.Turn;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Paints cartoon portraits. The same portrait, seed and size give the same pixels on every machine:
 * no font, no clock and no library outside of Java's own rasterizer has a part in it.
 *
 * <p>It may be used by several threads at once.
 */
public final class Painter {

    /** The smallest side of a picture, in pixels. */
    public static final int LEAST = 32;

    /** The largest side of a picture, in pixels. */
    public static final int MOST = 512;

    private static final int OVERSAMPLING = 2;
    private static final double NECK = 66;
    private static final double TILT = 0.15;

    /** Above the middle of the face. */
    private static final double BROW = -38;

    /** Further than any head reaches. */
    private static final double SIDEWAYS = 200;

    /**
     * Refuses a size that pictures are not painted at.
     *
     * @throws AtelierException if it is outside of {@link #LEAST} to {@link #MOST}
     */
    public static void check(int size) {
        if (size < LEAST || size > MOST) {
            throw new AtelierException(
                    "The size is %d, but pictures are painted from %d to %d pixels a side."
                            .formatted(size, LEAST, MOST));
        }
    }

    /**
     * Paints a portrait.
     *
     * @param portrait what is to be seen
     * @param seed of all that the portrait leaves open: clouds, houses, how far a head is turned
     * @param size pixels of a side, {@link #LEAST} to {@link #MOST}
     * @throws AtelierException if the size is outside these bounds
     */
    public PaintedPortrait paint(Portrait portrait, long seed, int size) {
        BufferedImage ground = place(portrait, seed, size);
        int side = ground.getWidth();
        AffineTransform pixels = scale(side);
        Sitter sitter = Sitter.of(portrait, seed);
        AffineTransform body = new AffineTransform(pixels);
        body.concatenate(seat(portrait, seed));
        BufferedImage person = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        paint(sitter, new Canvas(person, portrait.style(), body), lean(portrait.tilt()));
        new Canvas(person, portrait.style(), body).light(Light.of(portrait.time()).cast());
        Graphics2D graphics = ground.createGraphics();
        graphics.drawImage(person, 0, 0, null);
        graphics.dispose();

        return new PaintedPortrait(
                Raster.halved(ground),
                Raster.opacity(Raster.halved(person)),
                points(portrait, seed, size));
    }

    /**
     * Paints the place of a portrait as it is without anybody; see {@link #paint}.
     *
     * @return opaque, 8-bit sRGB
     */
    public BufferedImage paintPlace(Portrait portrait, long seed, int size) {
        return Raster.halved(place(portrait, seed, size));
    }

    private static BufferedImage place(Portrait portrait, long seed, int size) {
        check(size);
        int side = size * OVERSAMPLING;
        BufferedImage ground = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Backgrounds.paint(portrait, seed, new Canvas(ground, portrait.style(), scale(side)));
        if (portrait.style() == DrawingStyle.SOFT) {
            Raster.blur(ground, Math.max(1, side / 170));
        }
        return ground;
    }

    private static AffineTransform scale(int side) {
        return AffineTransform.getScaleInstance(side / Backgrounds.SIDE, side / Backgrounds.SIDE);
    }

    /**
     * Where the features of the face are in a portrait, without painting it; see {@link #paint}.
     */
    public FacePoints points(Portrait portrait, long seed, int size) {
        return FacePoints.of(Sitter.of(portrait, seed), head(portrait, seed, size));
    }

    /**
     * Where the face is in a portrait, from brow to chin and from side to side, without painting
     * it; see {@link #paint}.
     *
     * @return in pixels from the left upper corner; may reach beyond the picture
     */
    public Rectangle2D face(Portrait portrait, long seed, int size) {
        Area face = new Area(Sitter.of(portrait, seed).head().outline());
        face.intersect(new Area(new Rectangle2D.Double(-SIDEWAYS, BROW, 2 * SIDEWAYS, SIDEWAYS)));
        return face.createTransformedArea(head(portrait, seed, size)).getBounds2D();
    }

    /** From the head's lengths to pixels. */
    private static AffineTransform head(Portrait portrait, long seed, int size) {
        check(size);
        AffineTransform head = scale(size);
        head.concatenate(seat(portrait, seed));
        head.concatenate(lean(portrait.tilt()));
        return head;
    }

    /** Where the sitter is in the picture, and how large. */
    private static AffineTransform seat(Portrait portrait, long seed) {
        Dice dice = new Dice(seed, "seat");
        double aside = dice.between(-5, 5);
        double nearer = dice.between(0.97, 1.03);
        double zoom =
                switch (portrait.framing()) {
                    case HEAD -> 1.3;
                    case BUST -> 0.96;
                    case HALF -> 0.76;
                };
        double y =
                switch (portrait.framing()) {
                    case HEAD -> 134;
                    case BUST -> 124;
                    case HALF -> 108;
                };
        AffineTransform seat =
                AffineTransform.getTranslateInstance(
                        Backgrounds.SIDE / 2 + aside - portrait.turn().compareTo(Turn.FRONT) * 4,
                        y);
        seat.scale(zoom * nearer, zoom * nearer);
        return seat;
    }

    /** The head leans about the neck. */
    private static AffineTransform lean(Tilt tilt) {
        double angle =
                switch (tilt) {
                    case LEFT -> -TILT;
                    case UPRIGHT -> 0;
                    case RIGHT -> TILT;
                };
        AffineTransform lean = AffineTransform.getTranslateInstance(0, NECK);
        lean.rotate(StrictMath.cos(angle), StrictMath.sin(angle));
        lean.translate(0, -NECK);
        return lean;
    }

    /** Paints from the back to the front. */
    private static void paint(Sitter sitter, Canvas body, AffineTransform lean) {
        Canvas head = body.under(lean);
        Body.back(sitter, body);
        Hair.back(sitter, head);
        Face.neck(sitter, body);
        Body.front(sitter, body);
        Accessories.onBody(sitter, body);
        Face.ears(sitter, head);
        Face.skin(sitter, head);
        Nose.paint(sitter, head);
        Beards.paint(sitter, head);
        Mouth.paint(sitter, head);
        Accessories.underHair(sitter, head);
        Hair.front(sitter, head);
        Eyes.paint(sitter, head);
        Brows.paint(sitter, head);
        Hats.paint(sitter, head);
        Accessories.onHead(sitter, head);
    }
}
