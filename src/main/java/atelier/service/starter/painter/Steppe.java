package atelier.service.starter.painter;

import atelier.model.starter.TimeOfDay;
import java.awt.Color;
import java.awt.Shape;

/** Wide grassland under mountains, with a felt tent. */
final class Steppe {

    private static final double SIDE = Backgrounds.SIDE;
    private static final double HORIZON = SIDE * 0.62;

    private Steppe() {}

    static void paint(Canvas canvas, Dice dice, Light light, TimeOfDay time) {
        mountains(canvas, dice, light);
        double swing = dice.between(-8, 8);
        canvas.detail(hill(HORIZON, -18 + swing, 10 - swing), light.meadow());
        double side = dice.happens(0.5) ? dice.between(26, 38) : SIDE - dice.between(26, 38);
        tent(canvas, side, HORIZON + 16, dice.between(1, 1.2), time);
        canvas.detail(hill(HORIZON + 21, 10 - swing, -12 + swing), light.grass());
        canvas.detail(hill(SIDE * 0.85, -14 + swing, 8), light.ground());
        tufts(canvas, dice, light);
    }

    private static void mountains(Canvas canvas, Dice dice, Light light) {
        Sketch ridge = Sketch.at(-10, HORIZON + 10);
        for (double x = -10; x < SIDE + 40; x += 42) {
            double peak = HORIZON - dice.between(26, 52);
            ridge.line(x + dice.between(14, 22), peak).line(x + 42, HORIZON - dice.between(2, 14));
        }
        Shape mountains = ridge.line(SIDE + 60, HORIZON + 30).line(-10, HORIZON + 30).closed();
        canvas.detail(mountains, Tint.mix(light.far(), light.low(), 0.15));
    }

    private static Shape hill(double y, double left, double right) {
        return Sketch.at(-5, y)
                .curve(SIDE * 0.25, y + left, SIDE * 0.4, y + left, SIDE * 0.55, y)
                .curve(SIDE * 0.7, y + right, SIDE * 0.9, y + right, SIDE + 5, y - 2)
                .line(SIDE + 5, SIDE + 5)
                .line(-5, SIDE + 5)
                .closed();
    }

    private static void tent(Canvas canvas, double x, double y, double k, TimeOfDay time) {
        boolean night = time == TimeOfDay.NIGHT;
        Color felt = night ? new Color(0x8f8db0) : new Color(0xf6ecd9);
        Color roof = night ? new Color(0x6c6a92) : new Color(0xe0d2b6);
        Color border = night ? new Color(0x7c3f58) : new Color(0xbb4d3c);
        Shape wall =
                Sketch.at(x - 29 * k, y)
                        .line(x - 30 * k, y - 17 * k)
                        .bend(x, y - 25 * k, x + 30 * k, y - 17 * k)
                        .line(x + 29 * k, y)
                        .closed();
        Shape top =
                Sketch.at(x - 32 * k, y - 16 * k)
                        .bend(x - 18 * k, y - 30 * k, x - 5 * k, y - 35 * k)
                        .line(x + 5 * k, y - 35 * k)
                        .bend(x + 18 * k, y - 30 * k, x + 32 * k, y - 16 * k)
                        .bend(x, y - 24 * k, x - 32 * k, y - 16 * k)
                        .closed();
        canvas.detail(
                wall,
                felt,
                inside -> {
                    inside.line(
                            Sketch.at(x - 32 * k, y - 12 * k)
                                    .bend(x, y - 20 * k, x + 32 * k, y - 12 * k)
                                    .open(),
                            border,
                            4.6 * k);
                    inside.detail(
                            Sketch.box(x + 12 * k, y - 30 * k, 30 * k, 40 * k, 1),
                            Tint.veil(new Color(0x3a2448), 0.18));
                });
        canvas.detail(top, roof);
        canvas.detail(
                Sketch.at(x - 7 * k, y)
                        .line(x - 7 * k, y - 15 * k)
                        .line(x + 7 * k, y - 15 * k)
                        .line(x + 7 * k, y)
                        .closed(),
                night ? new Color(0xffc868) : new Color(0x8d4b2e));
        canvas.detail(Sketch.box(x - 6 * k, y - 38 * k, 12 * k, 4.5 * k, 2 * k), border);
    }

    private static void tufts(Canvas canvas, Dice dice, Light light) {
        Color blade = Tint.veil(Tint.light(light.grass(), 0.3), 0.75);
        for (int i = 0; i < 15; i++) {
            double x = dice.between(0, SIDE);
            double y = dice.between(SIDE * 0.74, SIDE * 0.97);
            canvas.line(Sketch.at(x, y).bend(x - 2, y - 6, x - 5, y - 9).open(), blade, 1.9);
            canvas.line(Sketch.at(x, y).bend(x, y - 7, x + 1, y - 12).open(), blade, 1.9);
            canvas.line(Sketch.at(x, y).bend(x + 2, y - 5, x + 6, y - 8).open(), blade, 1.9);
        }
    }
}
