package atelier.service.starter.painter;

import atelier.model.starter.Headwear;
import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** The hair: what hangs behind the head, and what lies on it. */
final class Hair {

    private Hair() {}

    /** Paints what is behind the head and the body. */
    static void back(Sitter sitter, Canvas canvas) {
        switch (sitter.portrait().hairStyle()) {
            case CURLY -> Curls.back(sitter, canvas);
            case BOB -> LooseHair.bobBack(sitter, canvas);
            case LONG -> LooseHair.longBack(sitter, canvas);
            case PONYTAIL -> TiedHair.tail(sitter, canvas);
            case BUNS -> TiedHair.buns(sitter, canvas);
            case TOPKNOT -> TiedHair.knot(sitter, canvas);
            case BALD, SHORT, SPIKY, BRAIDS, MOHAWK -> {}
        }
    }

    /** Paints what is before the head. */
    static void front(Sitter sitter, Canvas canvas) {
        switch (sitter.portrait().hairStyle()) {
            case BALD -> gleam(sitter, canvas);
            case SHORT -> shortCut(sitter, canvas);
            case SPIKY -> spikes(sitter, canvas);
            case CURLY -> Curls.front(sitter, canvas);
            case BOB -> LooseHair.bobFront(sitter, canvas);
            case LONG -> LooseHair.longFront(sitter, canvas);
            case BRAIDS -> TiedHair.braids(sitter, canvas);
            case TOPKNOT, BUNS, PONYTAIL -> TiedHair.drawnUp(sitter, canvas);
            case MOHAWK -> mohawk(sitter, canvas);
        }
    }

    /** Whether headwear covers the top of the head. */
    static boolean covered(Sitter sitter) {
        Headwear headwear = sitter.portrait().headwear();
        return headwear != Headwear.NONE
                && headwear != Headwear.HEADBAND
                && headwear != Headwear.WREATH;
    }

    private static void gleam(Sitter sitter, Canvas canvas) {
        if (!covered(sitter)) {
            Shape shine =
                    Sketch.at(-34, -44)
                            .curve(-26, -58, -10, -62, 2, -61)
                            .curve(-8, -56, -24, -50, -34, -44)
                            .closed();
            canvas.detail(shine, Tint.veil(Color.WHITE, 0.6));
        }
    }

    private static void shortCut(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        Sketch hairline =
                Sketch.at(a - 5, -9)
                        .curve(a - 5, -16, a - 8, -24, a - 15, -30)
                        .curve(18, -30, -10, -34, -25, -50)
                        .curve(-28, -40, -36, -33, -a + 12, -27)
                        .curve(-a + 6, -20, -a + 5, -16, -a + 5, -9);
        Shape cap = HairCap.of(sitter, 19, 6, hairline);
        canvas.thing(
                cap,
                sitter.hair(),
                inside -> {
                    HairCap.lights(sitter, inside);
                    Color strand = Tint.dark(sitter.hair(), 0.35);
                    HeadTurn turn = sitter.turn();
                    inside.line(
                            turn.seen(Sketch.at(-25, -50).bend(-20, -66, -2, -78).open()),
                            Tint.veil(strand, 0.8),
                            2.6);
                    inside.line(
                            turn.seen(Sketch.at(24, -33).bend(36, -46, 34, -62).open()),
                            Tint.veil(strand, 0.6),
                            2.4);
                });
    }

    private static void spikes(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        double[][] tips = {
            {-a - 19, -22},
            {-a - 14, -58},
            {-46, -98},
            {-12, -114},
            {26, -112},
            {57, -90},
            {a + 19, -56},
            {a + 20, -22}
        };
        double lean = sitter.turn().amount() * 4;
        Sketch sketch = Sketch.at(-a - 1, 6);
        for (int i = 0; i < tips.length; i++) {
            double x = tips[i][0] + lean;
            double y = tips[i][1];
            double nextX = i + 1 < tips.length ? tips[i + 1][0] + lean : a + 3;
            double nextY = i + 1 < tips.length ? tips[i + 1][1] : 0;
            double valleyX = (x + nextX) / 2 * 0.83;
            double valleyY = (y + 28 + nextY + 28) / 2 * 0.83 - 28;
            sketch.bend(x * 0.93, (y + 28) * 0.8 - 24, x, y);
            if (i + 1 < tips.length) {
                sketch.bend(x * 0.96 + 2, (y + 28) * 0.86 - 28, valleyX, valleyY);
            } else {
                sketch.bend(x * 0.92, y * 0.5, a + 1, 6);
            }
        }
        HeadTurn turn = sitter.turn();
        double[][] fringe = {
            {a - 5, 4},
            {a - 9, -26},
            {33, -44},
            {25, -23},
            {13, -46},
            {2, -24},
            {-9, -47},
            {-22, -23},
            {-32, -44},
            {-a + 9, -26},
            {-a + 5, 4}
        };
        sketch.line(turn.x(fringe[0][0], a - 3), fringe[0][1]);
        for (int i = 1; i < fringe.length; i++) {
            double middleX = (fringe[i - 1][0] + fringe[i][0]) / 2 + 2;
            double middleY = (fringe[i - 1][1] + fringe[i][1]) / 2;
            sketch.bend(turn.x(middleX, a - 3), middleY, turn.x(fringe[i][0], a - 3), fringe[i][1]);
        }
        canvas.thing(sketch.closed(), sitter.hair(), inside -> HairCap.lights(sitter, inside));
    }

    private static void mohawk(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        Shape shaved =
                Sketch.at(0, -69)
                        .curve(a * 0.68, -69, a + 1, -43, a, -2)
                        .line(a - 7, 0)
                        .curve(a - 8, -30, 34, -46, 0, -50)
                        .mirrored();
        canvas.detail(shaved, Tint.veil(sitter.hair(), 0.42));
        if (covered(sitter)) {
            return;
        }
        double x = sitter.turn().middle();
        double back = -sitter.turn().amount() * 13;
        double[][] tips = {{-30, -92}, {-19, -118}, {2, -131}, {24, -121}, {34, -95}};
        Sketch crest = Sketch.at(x * 0.9 - 19, -40);
        double lastX = x * 0.9 - 19;
        double lastY = -40;
        List<double[]> points = new ArrayList<>(List.of(tips));
        for (double[] tip : points) {
            double tipX = tip[0] + back + x * 0.5;
            crest.bend((lastX + tipX) / 2 - 4, (lastY + tip[1]) / 2 - 6, tipX, tip[1]);
            lastX = tipX * 0.72 + x * 0.14 + 3;
            lastY = tip[1] + 17;
            crest.bend(tipX - 1, tip[1] + 10, lastX, lastY);
        }
        crest.bend(x * 0.8 + 26, -66, x * 0.9 + 19, -40)
                .bend(x * 0.9 + 8, -30, x * 0.9 + 2, -24)
                .bend(x * 0.9 - 9, -31, x * 0.9 - 19, -40);
        canvas.thing(
                crest.closed(),
                sitter.hair(),
                inside -> {
                    Color light = Tint.veil(Tint.light(sitter.hair(), 0.5), 0.7);
                    for (double[] strand : new double[][] {{-9, -106}, {1, -112}, {11, -106}}) {
                        inside.line(
                                Sketch.at(x * 0.9 + strand[0], -50)
                                        .bend(
                                                x * 0.7 + strand[0] * 1.3,
                                                -80,
                                                x * 0.5 + back + strand[0] * 1.6,
                                                strand[1])
                                        .open(),
                                light,
                                3);
                    }
                });
    }
}
