package atelier.service.starter.painter;

import atelier.model.starter.FacialHair;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** The neck, the ears and the skin of a face. */
final class Face {

    private static final Color BLUSH = new Color(0xf0605c);

    private Face() {}

    /** What joins the head to the body; painted before either collar or head. */
    static void neck(Sitter sitter, Canvas canvas) {
        Shape neck =
                Sketch.at(0, 20)
                        .line(22, 20)
                        .curve(21, 50, 22, 72, 38, 92)
                        .bend(20, 116, 0, 118)
                        .mirrored();
        canvas.thing(
                neck,
                Tint.mix(sitter.skin(), sitter.shade(), 0.45),
                // The chin's shadow.
                inside ->
                        inside.shade(
                                AffineTransform.getTranslateInstance(3, 13)
                                        .createTransformedShape(sitter.head().outline()),
                                Tint.dark(sitter.shade(), 0.12)));
    }

    /** Both ears; the head covers their inner halves. */
    static void ears(Sitter sitter, Canvas canvas) {
        ear(sitter, canvas, -1);
        ear(sitter, canvas, 1);
    }

    /** Where an ear's middle is: the one on the side that the head turns to goes out of sight. */
    static double earX(Sitter sitter, int side) {
        double toward = sitter.turn().amount() * side;
        double shift = toward > 0.5 ? -17 * toward : 4 * toward;
        return side * (sitter.head().half() + 3 + shift);
    }

    private static void ear(Sitter sitter, Canvas canvas, int side) {
        double x = earX(sitter, side);
        Color color = side < 0 ? sitter.skin() : Tint.mix(sitter.skin(), sitter.shade(), 0.6);
        canvas.thing(Sketch.oval(x, 6, 11, 15), color);
        Shape fold =
                Sketch.at(x + side * 3, -2).curve(x + side * 7, 2, x + side * 4, 9, x, 13).open();
        canvas.line(fold, sitter.shade(), 3.2);
    }

    /** The skin of the face, with its shade, light and blush. */
    static void skin(Sitter sitter, Canvas canvas) {
        Shape outline = sitter.head().outline();
        canvas.thing(
                outline,
                sitter.skin(),
                inside -> {
                    shading(sitter, inside);
                    blush(sitter, inside);
                    if (sitter.portrait().facialHair() == FacialHair.STUBBLE) {
                        Beards.stubble(sitter, inside);
                    }
                });
    }

    private static void shading(Sitter sitter, Canvas inside) {
        double half = sitter.head().half();
        double bottom = sitter.head().bottom();
        double lean = sitter.head().lean();
        Shape side =
                Sketch.at(half + 20, -60)
                        .line(half - 8, -60)
                        .curve(half - 2, -20, half - 6, 26, half - 18 + lean, 40)
                        .curve(
                                half - 28 + lean,
                                bottom - 10,
                                14 + lean,
                                bottom - 1,
                                lean - 8,
                                bottom)
                        .line(lean, bottom + 30)
                        .line(half + 40, bottom + 30)
                        .closed();
        inside.shade(side, sitter.shade());
        inside.shade(
                Sketch.oval(-half * 0.42, -34, half * 0.5, 20),
                Tint.veil(Tint.light(sitter.skin(), 0.55), 0.4));
    }

    private static void blush(Sitter sitter, Canvas inside) {
        HeadTurn turn = sitter.turn();
        for (int side = -1; side <= 1; side += 2) {
            Shape cheek = turn.seen(Sketch.oval(side * 35, 28, 12.5, 10));
            inside.shade(cheek, Tint.veil(BLUSH, inside.soft() ? 0.55 : 0.38));
        }
    }
}
