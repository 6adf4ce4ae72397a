package atelier.service.starter.painter;

import atelier.model.starter.Accessory;
import java.awt.Color;
import java.awt.Shape;

/** The one thing more that a person wears. */
final class Accessories {

    private static final Color GOLD = new Color(0xf2c230);
    private static final Color CORAL = new Color(0xf07f3c);
    private static final Color PEARL = new Color(0xfff1d8);
    private static final Color FRAME = new Color(0x33253c);

    private Accessories() {}

    /** Paints what lies on the body, under the head. */
    static void onBody(Sitter sitter, Canvas canvas) {
        if (sitter.portrait().accessory() == Accessory.NECKLACE) {
            necklace(canvas);
        }
        if (sitter.portrait().accessory() == Accessory.SCARF) {
            scarf(sitter, canvas);
        }
    }

    /** Paints what hair hides: the arms of glasses. */
    static void underHair(Sitter sitter, Canvas canvas) {
        if (sitter.portrait().accessory() != Accessory.GLASSES) {
            return;
        }
        for (int side = -1; side <= 1; side += 2) {
            double hinge = sitter.turn().x(side * (Eyes.apart(sitter) + 20));
            double ear = Face.earX(sitter, side) - side * 6;
            if (side * (ear - hinge) > 0) {
                Shape arm = Sketch.at(hinge, Eyes.LEVEL - 2).line(ear, Eyes.LEVEL - 4).open();
                canvas.line(arm, FRAME, 4.2);
            }
        }
    }

    /** Paints what lies on the head. */
    static void onHead(Sitter sitter, Canvas canvas) {
        switch (sitter.portrait().accessory()) {
            case EARRINGS -> earrings(sitter, canvas);
            case GLASSES -> glasses(sitter, canvas);
            case FLOWER -> flower(sitter, canvas);
            case NECKLACE, SCARF, NONE -> {}
        }
    }

    private static void earrings(Sitter sitter, Canvas canvas) {
        for (int side = -1; side <= 1; side += 2) {
            if (sitter.turned() && side * sitter.turn().amount() > 0) {
                continue;
            }
            double x = Face.earX(sitter, side) + side * 2;
            Shape hoop = Sketch.oval(x, 33, 9.5, 11);
            canvas.ink(hoop);
            canvas.line(hoop, Tint.dark(GOLD, 0.35), 7.5);
            canvas.line(hoop, GOLD, 5);
            canvas.line(
                    Sketch.at(x - 9.5, 33).curve(x - 9.5, 28, x - 6, 23, x - 1, 22).open(),
                    Tint.light(GOLD, 0.7),
                    2.4);
        }
    }

    private static void glasses(Sitter sitter, Canvas canvas) {
        HeadTurn turn = sitter.turn();
        double y = Eyes.LEVEL + 1;
        for (int side = -1; side <= 1; side += 2) {
            double x = side * Eyes.apart(sitter);
            Shape lens = turn.seen(Sketch.oval(x, y, 20, 19));
            canvas.detail(
                    lens,
                    Tint.veil(Color.WHITE, 0.14),
                    inside ->
                            inside.detail(
                                    turn.seen(
                                            Sketch.at(x - 16, y + 8)
                                                    .line(x + 2, y - 19)
                                                    .line(x + 9, y - 17)
                                                    .line(x - 10, y + 15)
                                                    .closed()),
                                    Tint.veil(Color.WHITE, 0.3)));
            canvas.line(lens, FRAME, 4.6);
        }
        canvas.line(
                turn.seen(Sketch.at(-4.5, y - 3).bend(0, y - 8, 4.5, y - 3).open()), FRAME, 4.2);
    }

    private static void flower(Sitter sitter, Canvas canvas) {
        int side = sitter.turn().amount() > 0.5 ? -1 : 1;
        double x = side * (sitter.head().half() - 2);
        Color leaf = new Color(0x4e8f4a);
        canvas.thing(
                Sketch.at(x, -26)
                        .curve(x + side * 10, -14, x + side * 22, -10, x + side * 28, -14)
                        .curve(x + side * 24, -28, x + side * 10, -32, x, -26)
                        .closed(),
                leaf);
        Hats.flower(canvas, x, -34, 21, sitter.accent());
    }

    private static void necklace(Canvas canvas) {
        int count = 11;
        for (int i = 0; i < count; i++) {
            double t = -1 + 2.0 * i / (count - 1);
            double x = t * 47;
            double y = 136 - 36 * t * t;
            double radius = 8 - 1.6 * Math.abs(t);
            Color color = i % 2 == 0 ? CORAL : PEARL;
            canvas.thing(Sketch.circle(x, y, radius), color);
            canvas.detail(Sketch.circle(x - 2, y - 2.4, radius * 0.3), Tint.veil(Color.WHITE, 0.8));
        }
    }

    private static void scarf(Sitter sitter, Canvas canvas) {
        Color wool = sitter.accent();
        Shape tail =
                Sketch.at(16, 104)
                        .curve(22, 130, 20, 160, 26, 190)
                        .bend(40, 194, 56, 186)
                        .curve(54, 156, 56, 130, 46, 98)
                        .closed();
        canvas.thing(
                tail,
                Tint.dark(wool, 0.14),
                inside -> {
                    for (double y = 130; y < 190; y += 24) {
                        inside.line(
                                Sketch.at(14, y + 4).line(62, y - 2).open(),
                                Tint.veil(Tint.dark(wool, 0.55), 0.5),
                                5);
                    }
                });
        Shape wrap =
                Sketch.at(-46, 72)
                        .bend(0, 104, 46, 72)
                        .curve(56, 84, 56, 100, 48, 110)
                        .bend(0, 146, -48, 110)
                        .curve(-56, 100, -56, 84, -46, 72)
                        .closed();
        canvas.thing(
                wrap,
                wool,
                inside -> {
                    inside.shade(
                            Sketch.box(14, 60, 60, 90, 6), Tint.veil(Tint.dark(wool, 0.5), 0.3));
                    Color fold = Tint.veil(Tint.dark(wool, 0.5), 0.6);
                    inside.line(Sketch.at(-42, 88).bend(-4, 116, 40, 94).open(), fold, 3);
                    inside.line(Sketch.at(-30, 106).bend(4, 124, 36, 108).open(), fold, 2.6);
                });
    }
}
