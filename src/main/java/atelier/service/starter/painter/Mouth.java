package atelier.service.starter.painter;

import atelier.model.starter.Expression;
import atelier.model.starter.MouthShape;
import java.awt.Color;
import java.awt.Shape;

/** The mouth, whose width is its owner's and whose curve is the moment's. */
final class Mouth {

    private static final Color LINE = new Color(0x7a2c2c);
    private static final Color DEEP_LINE = new Color(0x35121a);
    private static final int DARK_SKIN = 120;
    private static final Color INSIDE = new Color(0x6e1f2a);
    private static final Color TONGUE = new Color(0xe8706f);
    private static final Color TEETH = new Color(0xfffdf8);
    private static final Color RED = new Color(0xc8434d);

    private final Sitter sitter;
    private final Canvas canvas;
    private final double half;
    private final boolean full;
    private final Color line;

    private Mouth(Sitter sitter, Canvas canvas) {
        this.sitter = sitter;
        this.canvas = canvas;
        this.half = half(sitter);
        this.full = sitter.portrait().mouth() == MouthShape.FULL;
        this.line = sitter.skin().getRed() < DARK_SKIN ? DEEP_LINE : LINE;
    }

    /** How far the mouth is below the middle of the face. */
    static double level(Sitter sitter) {
        return 41 + (sitter.head().bottom() - 64) * 0.35;
    }

    /** Half its width. */
    static double half(Sitter sitter) {
        return switch (sitter.portrait().mouth()) {
            case SMALL -> 9;
            case WIDE -> 21;
            case FULL -> 14.5;
        };
    }

    /** How far the corners are above its middle, downwards if less than 0. */
    static double lift(Expression expression) {
        return switch (expression) {
            case SMILE -> 7;
            case LAUGH -> 5;
            case WINK -> 4;
            case CALM -> 0.5;
            case SURPRISE -> 0;
            case SAD -> -6;
            case ANGER -> -5;
        };
    }

    /** Paints it. */
    static void paint(Sitter sitter, Canvas canvas) {
        Mouth mouth = new Mouth(sitter, canvas);
        switch (sitter.portrait().expression()) {
            case LAUGH -> mouth.laugh();
            case SURPRISE -> mouth.gasp();
            case ANGER -> mouth.teeth();
            case WINK -> mouth.smirk();
            case SMILE, CALM, SAD -> mouth.closed();
        }
    }

    private Shape seen(Shape shape) {
        return sitter.turn().seen(shape);
    }

    private Color lips() {
        return Tint.mix(RED, sitter.shade(), 0.12);
    }

    private void closed() {
        double lift = lift(sitter.portrait().expression());
        double y = level(sitter);
        curve(-half, y - lift, 0, y + lift * 1.2, half, y - lift);
    }

    private void smirk() {
        double y = level(sitter);
        curve(-half, y - 1, half * 0.35, y + 8, half + 2, y - 6.5);
    }

    /** A closed mouth: a line, between lips if they are full. */
    private void curve(double x1, double y1, double overX, double overY, double x2, double y2) {
        if (full) {
            double middle = (y1 + 2 * overY + y2) / 4;
            Shape upper =
                    Sketch.at(x1, y1)
                            .curve(x1 * 0.5, middle - 9, -4, middle - 9, 0, middle - 5.5)
                            .curve(4, middle - 9, x2 * 0.5, middle - 9, x2, y2)
                            .bend(overX, overY, x1, y1)
                            .closed();
            Shape lower =
                    Sketch.at(x1, y1)
                            .bend(overX, overY, x2, y2)
                            .curve(x2 * 0.7, middle + 13, x1 * 0.7, middle + 13, x1, y1)
                            .closed();
            canvas.detail(seen(upper), Tint.dark(lips(), 0.12));
            canvas.detail(seen(lower), lips());
            canvas.detail(
                    seen(Sketch.oval(-2, middle + 4.5, 4.5, 1.8)), Tint.veil(Color.WHITE, 0.45));
            canvas.line(
                    seen(Sketch.at(x1, y1).bend(overX, overY, x2, y2).open()),
                    Tint.dark(line, 0.25),
                    2.4);
        } else {
            double middle = (y1 + 2 * overY + y2) / 4;
            Shape lip =
                    Sketch.at(x1 * 0.72, y1 * 0.4 + middle * 0.6)
                            .bend(overX, overY, x2 * 0.72, y2 * 0.4 + middle * 0.6)
                            .curve(
                                    x2 * 0.5,
                                    middle + 8.5,
                                    x1 * 0.5,
                                    middle + 8.5,
                                    x1 * 0.72,
                                    y1 * 0.4 + middle * 0.6)
                            .closed();
            boolean dark = line.equals(DEEP_LINE);
            canvas.detail(
                    seen(lip), Tint.mix(sitter.skin(), dark ? TONGUE : RED, dark ? 0.6 : 0.38));
            canvas.line(seen(Sketch.at(x1, y1).bend(overX, overY, x2, y2).open()), line, 4.2);
        }
    }

    private void laugh() {
        double y = level(sitter) - 6;
        double w = half + 3;
        double deep = Math.min(21, 11 + half * 0.55);
        Shape open =
                Sketch.at(-w, y)
                        .bend(0, y + 4, w, y)
                        .curve(w * 0.85, y + deep, w * 0.4, y + deep + 3, 0, y + deep + 3)
                        .curve(-w * 0.4, y + deep + 3, -w * 0.85, y + deep, -w, y)
                        .closed();
        Shape teeth =
                Sketch.at(-w, y - 2)
                        .bend(0, y + 2, w, y - 2)
                        .line(w * 0.86, y + 5)
                        .bend(0, y + 9, -w * 0.86, y + 5)
                        .closed();
        canvas.detail(
                seen(open),
                INSIDE,
                inside -> {
                    inside.detail(seen(Sketch.oval(0, y + deep + 3, w * 0.6, 8.5)), TONGUE);
                    inside.detail(seen(teeth), TEETH);
                });
        canvas.line(seen(open), full ? lips() : line, full ? 5 : 2.6);
    }

    private void gasp() {
        double y = level(sitter) + 2;
        double w = half * 0.35 + 4.5;
        Shape open = Sketch.oval(0, y, w, w * 0.4 + 7);
        canvas.detail(
                seen(open),
                INSIDE,
                inside -> inside.detail(seen(Sketch.oval(0, y + 9, w * 0.8, 5)), TONGUE));
        canvas.line(seen(open), full ? lips() : line, full ? 5 : 2.8);
    }

    private void teeth() {
        double y = level(sitter);
        double w = half + 1;
        Shape open =
                Sketch.at(-w, y + 6)
                        .curve(-w * 0.6, y - 6, w * 0.6, y - 6, w, y + 6)
                        .curve(w * 0.5, y + 5, -w * 0.5, y + 5, -w, y + 6)
                        .closed();
        canvas.detail(
                seen(open),
                TEETH,
                inside -> {
                    inside.line(
                            seen(Sketch.at(-w, y + 1.4).line(w, y + 1.4).open()),
                            Tint.veil(LINE, 0.6),
                            1.3);
                });
        canvas.line(seen(open), full ? lips() : line, full ? 5 : 3.4);
    }
}
