package atelier.service.starter.painter;

import java.awt.Color;

/** What is woven into cloth: large, so that it is still seen in small pictures. */
final class Patterns {

    private static final double LEFT = -130;
    private static final double RIGHT = 130;
    private static final double TOP = 84;
    private static final double BOTTOM = 320;

    private Patterns() {}

    static void paint(Sitter sitter, Canvas inside) {
        Color thread = Tint.mix(sitter.accent(), sitter.cloth(), 0.12);
        switch (sitter.portrait().pattern()) {
            case PLAIN -> {}
            case STRIPES -> stripes(inside, thread);
            case DOTS -> dots(inside, thread);
            case DIAMONDS -> diamonds(inside, thread);
            case CHECKS -> checks(inside, thread);
        }
    }

    private static void stripes(Canvas inside, Color thread) {
        for (double y = TOP + 22; y < BOTTOM; y += 28) {
            inside.line(Sketch.at(LEFT, y - 4).bend(0, y + 18, RIGHT, y - 4).open(), thread, 11);
        }
    }

    private static void dots(Canvas inside, Color thread) {
        for (int row = 0; TOP + 16 + row * 23 < BOTTOM; row++) {
            for (double x = LEFT + (row % 2) * 15; x < RIGHT; x += 30) {
                inside.detail(Sketch.circle(x, TOP + 16 + row * 23, 7), thread);
            }
        }
    }

    private static void diamonds(Canvas inside, Color thread) {
        for (int row = 0; TOP + 20 + row * 25 < BOTTOM; row++) {
            for (double x = LEFT + (row % 2) * 20; x < RIGHT; x += 40) {
                double y = TOP + 20 + row * 25;
                inside.detail(
                        Sketch.at(x, y - 13)
                                .line(x + 12, y)
                                .line(x, y + 13)
                                .line(x - 12, y)
                                .closed(),
                        thread);
            }
        }
    }

    private static void checks(Canvas inside, Color thread) {
        Color veil = Tint.veil(thread, 0.62);
        for (double x = LEFT; x < RIGHT; x += 32) {
            inside.detail(Sketch.box(x, TOP - 10, 11, BOTTOM, 1), veil);
        }
        for (double y = TOP + 12; y < BOTTOM; y += 32) {
            inside.detail(Sketch.box(LEFT, y, RIGHT - LEFT, 11, 1), veil);
        }
    }
}
