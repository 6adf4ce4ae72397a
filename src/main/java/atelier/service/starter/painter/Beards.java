package atelier.service.starter.painter;

import atelier.model.starter.FacialHair;
import java.awt.Color;
import java.awt.Shape;

/** Facial hair; the mouth is painted over it. */
final class Beards {

    private Beards() {}

    /** Paints what grows there, but for stubble, which lies on the skin. */
    static void paint(Sitter sitter, Canvas canvas) {
        FacialHair kind = sitter.portrait().facialHair();
        if (kind == FacialHair.BEARD || kind == FacialHair.LONG_BEARD) {
            full(sitter, canvas, kind == FacialHair.LONG_BEARD ? 46 : 8);
        }
        if (kind == FacialHair.GOATEE) {
            goatee(sitter, canvas);
        }
        if (kind != FacialHair.NONE && kind != FacialHair.STUBBLE) {
            moustache(sitter, canvas, size(kind));
        }
    }

    private static double size(FacialHair kind) {
        return switch (kind) {
            case MOUSTACHE -> 1.25;
            case GOATEE -> 0.62;
            default -> 0.95;
        };
    }

    /** A shadow over jaw and lip, within the face. */
    static void stubble(Sitter sitter, Canvas inside) {
        double half = sitter.head().half();
        double y = Mouth.level(sitter);
        Shape jaw =
                Sketch.at(0, 150)
                        .line(half + 30, 150)
                        .line(half + 12, 4)
                        .line(half - 5, 6)
                        .curve(half - 8, 30, 30, 38, 22, 30)
                        .bend(12, y - 12, 0, y - 11)
                        .mirrored();
        inside.shade(sitter.turn().seen(jaw), Tint.veil(Tint.dark(sitter.hair(), 0.25), 0.4));
    }

    private static void full(Sitter sitter, Canvas canvas, double longer) {
        HeadShape head = sitter.head();
        HeadTurn turn = sitter.turn();
        double half = head.half();
        double lean = head.lean();
        double bottom = head.bottom() + longer;
        double wide = head.jaw() + 4;
        double tip = longer > 20 ? 8 : head.chin() + 6;
        double y = Mouth.level(sitter);
        Shape beard =
                Sketch.at(half + 1, -4)
                        .curve(
                                half + 3,
                                24,
                                wide + lean * 0.6,
                                bottom - 22 - longer * 0.3,
                                tip + lean,
                                bottom)
                        .bend(lean, bottom + 8, lean - tip, bottom)
                        .curve(
                                lean * 0.6 - wide,
                                bottom - 22 - longer * 0.3,
                                -half - 3,
                                24,
                                -half - 1,
                                -4)
                        .line(-half + 6, -4)
                        .curve(turn.x(-half + 8), 24, turn.x(-36), 40, turn.x(-24), 31)
                        .bend(turn.x(-12), y - 14, turn.x(0), y - 13)
                        .bend(turn.x(12), y - 14, turn.x(24), 31)
                        .curve(turn.x(36), 40, turn.x(half - 8), 24, half - 6, -4)
                        .closed();
        Color color = sitter.hair();
        canvas.thing(
                beard,
                color,
                inside -> {
                    Shape shadow =
                            Sketch.at(half + 20, -20)
                                    .line(half - 4, -10)
                                    .curve(
                                            half - 8,
                                            40,
                                            20 + lean,
                                            bottom - 16,
                                            lean - 4,
                                            bottom + 14)
                                    .line(half + 30, bottom + 20)
                                    .closed();
                    inside.shade(shadow, Tint.veil(Tint.dark(color, 0.45), 0.45));
                    Color strand = Tint.light(color, 0.28);
                    for (double x : new double[] {-26, -9, 10, 27}) {
                        double from = y + 15 - Math.abs(x) * 0.25;
                        Shape line =
                                Sketch.at(turn.x(x), from)
                                        .bend(
                                                turn.x(x) + 1,
                                                bottom - 18,
                                                turn.x(x * 0.5),
                                                bottom - 6 - Math.abs(x) * 0.5)
                                        .open();
                        inside.line(line, Tint.veil(strand, 0.75), 3);
                    }
                });
        // A clearing for the mouth.
        canvas.detail(
                turn.seen(Sketch.oval(0, y + 1.5, Mouth.half(sitter) * 0.7 + 8, 9.5)),
                Tint.mix(sitter.skin(), sitter.shade(), 0.35));
    }

    private static void goatee(Sitter sitter, Canvas canvas) {
        double bottom = sitter.head().bottom();
        double x = sitter.head().lean() + sitter.turn().middle() * 0.25;
        double top = Mouth.level(sitter) + 9;
        Shape tuft =
                Sketch.at(x - 14, top + 5)
                        .bend(x, top - 3, x + 14, top + 5)
                        .curve(x + 17, bottom - 2, x + 9, bottom + 8, x, bottom + 22)
                        .curve(x - 9, bottom + 8, x - 17, bottom - 2, x - 14, top + 5)
                        .closed();
        Color color = sitter.hair();
        canvas.thing(
                tuft,
                color,
                inside ->
                        inside.line(
                                Sketch.at(x - 4, top + 6)
                                        .bend(x - 5, bottom, x - 1, bottom + 12)
                                        .open(),
                                Tint.light(color, 0.28),
                                3));
    }

    private static void moustache(Sitter sitter, Canvas canvas, double size) {
        double y = Mouth.level(sitter) - 8;
        double w = 27 * size;
        Shape whiskers =
                Sketch.at(0, y - 5)
                        .curve(6 * size, y - 10 * size, 17 * size, y - 6 * size, w * 0.8, y + 1)
                        .bend(w, y + 3, w + 4 * size, y - 5 * size)
                        .curve(w + 4 * size, y + 7 * size, w * 0.5, y + 11 * size, 0, y + 3)
                        .mirrored();
        Color color = sitter.hair();
        canvas.thing(
                sitter.turn().seen(whiskers),
                Tint.dark(color, 0.1),
                inside -> {
                    for (int side = -1; side <= 1; side += 2) {
                        Shape shine =
                                Sketch.at(side * 4, y - 1)
                                        .bend(side * w * 0.5, y - 1, side * w * 0.8, y + 3)
                                        .open();
                        inside.line(sitter.turn().seen(shine), Tint.light(color, 0.22), 2.4);
                    }
                });
    }
}
