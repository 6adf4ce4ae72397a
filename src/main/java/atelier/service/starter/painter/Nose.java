package atelier.service.starter.painter;

import java.awt.Color;
import java.awt.Shape;

/** The nose: a shadow, a line, a light. */
final class Nose {

    /** How far its tip is below the middle of the face. */
    static final double TIP = 23;

    private static final Color WARM = new Color(0x7a3426);

    private Nose() {}

    /** How far the tip stands out to the side that the head turns to. */
    static double tipX(Sitter sitter) {
        return sitter.turn().middle() * 1.22;
    }

    /** Paints it. */
    static void paint(Sitter sitter, Canvas canvas) {
        Color line = Tint.dark(Tint.mix(sitter.shade(), WARM, 0.4), 0.2);
        double x = tipX(sitter);
        double way = sitter.turn().amount() < -0.5 ? -1 : 1;
        switch (sitter.portrait().nose()) {
            case BUTTON -> button(canvas, sitter, line, x);
            case STRAIGHT -> straight(canvas, sitter, line, x, way);
            case BROAD -> broad(canvas, sitter, line, x);
            case HOOKED -> hooked(canvas, sitter, line, x, way);
        }
    }

    private static void button(Canvas canvas, Sitter sitter, Color line, double x) {
        canvas.shade(
                Sketch.circle(x, TIP - 3, 8.5),
                Tint.veil(Tint.mix(sitter.shade(), new Color(0xe8564e), 0.45), 0.75));
        canvas.detail(Sketch.oval(x - 2.5, TIP - 6.5, 3, 2.2), Tint.veil(Color.WHITE, 0.7));
        Shape under = Sketch.at(x - 5, TIP + 3.5).bend(x, TIP + 7.5, x + 5, TIP + 3.5).open();
        canvas.line(under, line, 2.6);
    }

    private static void straight(Canvas canvas, Sitter sitter, Color line, double x, double way) {
        Shape shadow =
                Sketch.at(x + way, -6)
                        .line(x + way * 11, TIP)
                        .bend(x + way * 4, TIP + 4, x - way, TIP + 1)
                        .line(x + way, -6)
                        .closed();
        canvas.shade(shadow, Tint.veil(sitter.shade(), 0.9));
        Shape edge =
                Sketch.at(x + way * 2, 0)
                        .line(x + way * 11, TIP - 1.5)
                        .bend(x + way * 10.5, TIP + 3, x + way * 5, TIP + 2.5)
                        .line(x - way * 4, TIP + 1.5)
                        .open();
        canvas.line(edge, line, 3.2);
    }

    private static void broad(Canvas canvas, Sitter sitter, Color line, double x) {
        Shape body =
                Sketch.at(x, 2)
                        .curve(x + 7, 6, x + 8, 12, x + 14, 18)
                        .curve(x + 18, 25, x + 10, 29, x + 6, 26)
                        .bend(x, 30, x - 6, 26)
                        .curve(x - 10, 29, x - 18, 25, x - 14, 18)
                        .curve(x - 8, 12, x - 7, 6, x, 2)
                        .closed();
        canvas.shade(body, Tint.veil(sitter.shade(), 0.75));
        canvas.detail(Sketch.oval(x - 2, 17, 4, 3), Tint.veil(Tint.light(sitter.skin(), 0.5), 0.7));
        Shape under =
                Sketch.at(x - 14, 18)
                        .curve(x - 18, 26, x - 10, 28.5, x - 6, 25.5)
                        .bend(x, 30, x + 6, 25.5)
                        .curve(x + 10, 28.5, x + 18, 26, x + 14, 18)
                        .open();
        canvas.line(under, line, 3.2);
    }

    private static void hooked(Canvas canvas, Sitter sitter, Color line, double x, double way) {
        Shape body =
                Sketch.at(x - way * 2, -8)
                        .curve(x + way * 9, -6, x + way * 17, 8, x + way * 15, 22)
                        .curve(x + way * 14, 30, x + way * 6, 30, x + way * 3, 25)
                        .bend(x - way * 3, 25, x - way * 5, 21)
                        .curve(x, 12, x, 0, x - way * 2, -8)
                        .closed();
        canvas.shade(body, Tint.mix(sitter.skin(), sitter.shade(), 0.65));
        Shape edge =
                Sketch.at(x + way * 3, -6)
                        .curve(x + way * 11, -2, x + way * 17, 9, x + way * 15, 22)
                        .curve(x + way * 14, 30, x + way * 6, 30, x + way * 3, 25)
                        .bend(x - way * 4, 26, x - way * 5, 20)
                        .open();
        canvas.line(edge, line, 3.4);
    }
}
