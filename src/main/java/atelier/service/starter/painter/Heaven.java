package atelier.service.starter.painter;

import atelier.model.starter.TimeOfDay;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;

/** The sky: its colours, sun or moon, clouds or stars. */
final class Heaven {

    private static final double SIDE = Backgrounds.SIDE;

    private final Canvas canvas;
    private final Dice dice;
    private final TimeOfDay time;
    private final Light light;

    Heaven(Canvas canvas, Dice dice, TimeOfDay time) {
        this.canvas = canvas;
        this.dice = dice;
        this.time = time;
        this.light = Light.of(time);
    }

    /** Paints it down to a horizon, and beyond. */
    void paint(double horizon) {
        canvas.fade(Sketch.box(0, 0, SIDE, horizon * 1.15, 0), light.top(), light.low());
        canvas.detail(Sketch.box(0, horizon * 1.14, SIDE, SIDE, 0), light.low());
        double x = dice.happens(0.5) ? dice.between(26, 50) : dice.between(206, 230);
        switch (time) {
            case NIGHT -> {
                stars(horizon);
                moon(x, dice.between(34, 50));
            }
            case DAY -> sun(x, dice.between(34, 52), 18);
            case MORNING -> sun(x, horizon - dice.between(28, 44), 22);
            case EVENING -> sun(x, horizon - dice.between(30, 48), 29);
        }
        int clouds = time == TimeOfDay.NIGHT ? 1 : 3;
        for (int i = 0; i < clouds; i++) {
            cloud(
                    SIDE * (i + 0.5) / clouds + dice.between(-36, 36),
                    dice.between(16, 78),
                    dice.between(0.75, 1.3),
                    time == TimeOfDay.NIGHT ? 0.16 : time == TimeOfDay.DAY ? 0.85 : 0.5);
        }
    }

    /** What is seen high up: banks of cloud below, and birds, or a balloon. */
    void height() {
        Color bank =
                Tint.mix(light.low(), time == TimeOfDay.NIGHT ? light.far() : Color.WHITE, 0.6);
        for (int layer = 0; layer < 2; layer++) {
            double y = 214 + layer * 26;
            Color color = layer == 0 ? Tint.mix(bank, light.low(), 0.4) : bank;
            double shift = dice.between(-30, 0);
            for (double x = shift; x < SIDE + 40; x += 38) {
                canvas.detail(
                        Sketch.circle(x, y + dice.between(-7, 7), dice.between(26, 36)), color);
            }
            canvas.detail(Sketch.box(0, y + 6, SIDE, SIDE, 0), color);
        }
        int side = dice.happens(0.5) ? 1 : -1;
        if (dice.happens(0.5)) {
            balloon(
                    SIDE / 2 + side * dice.between(88, 100),
                    dice.between(66, 104),
                    dice.between(0.85, 1.1));
        } else {
            Color bird = Tint.dark(light.top(), time == TimeOfDay.NIGHT ? 0.7 : 0.55);
            for (int i = 0; i < 3; i++) {
                double x = SIDE / 2 + side * (84 + i * 14);
                double y = dice.between(40, 58) + i * 26;
                double w = dice.between(8, 11);
                canvas.line(
                        Sketch.at(x - w, y - 3)
                                .bend(x - w * 0.4, y - 9, x, y)
                                .bend(x + w * 0.4, y - 9, x + w, y - 3)
                                .open(),
                        bird,
                        3.2);
            }
        }
    }

    private void sun(double x, double y, double radius) {
        canvas.detail(Sketch.circle(x, y, radius * 2), Tint.veil(light.sun(), 0.16));
        canvas.detail(Sketch.circle(x, y, radius * 1.5), Tint.veil(light.sun(), 0.25));
        canvas.detail(Sketch.circle(x, y, radius), light.sun());
    }

    private void moon(double x, double y) {
        canvas.detail(Sketch.circle(x, y, 30), Tint.veil(light.sun(), 0.1));
        Shape crescent =
                Sketch.at(x + 4, y - 18)
                        .curve(x - 26, y - 14, x - 26, y + 16, x + 4, y + 18)
                        .curve(x + 12, y + 18, x + 17, y + 13, x + 19, y + 8)
                        .curve(x + 2, y + 16, x - 11, y - 4, x + 4, y - 18)
                        .closed();
        canvas.detail(crescent, light.sun());
    }

    private void stars(double horizon) {
        for (int i = 0; i < 34; i++) {
            double x = dice.between(0, SIDE);
            double y = dice.between(0, horizon * 0.9);
            double radius = dice.between(0.7, 1.7);
            Color color = Tint.veil(light.sun(), dice.between(0.45, 1));
            if (radius > 1.5) {
                star(x, y, radius * 2.6, color);
            } else {
                canvas.detail(Sketch.circle(x, y, radius), color);
            }
        }
    }

    private void star(double x, double y, double r, Color color) {
        double n = r * 0.22;
        canvas.detail(
                Sketch.at(x, y - r)
                        .line(x + n, y - n)
                        .line(x + r, y)
                        .line(x + n, y + n)
                        .line(x, y + r)
                        .line(x - n, y + n)
                        .line(x - r, y)
                        .line(x - n, y - n)
                        .closed(),
                color);
    }

    private void cloud(double x, double y, double size, double opacity) {
        Shape cloud =
                Sketch.at(x - 30 * size, y + 9 * size)
                        .curve(
                                x - 40 * size,
                                y + 9 * size,
                                x - 40 * size,
                                y - 4 * size,
                                x - 25 * size,
                                y - 4 * size)
                        .curve(
                                x - 24 * size,
                                y - 16 * size,
                                x - 6 * size,
                                y - 18 * size,
                                x - 2 * size,
                                y - 10 * size)
                        .curve(
                                x + 6 * size,
                                y - 20 * size,
                                x + 24 * size,
                                y - 14 * size,
                                x + 23 * size,
                                y - 3 * size)
                        .curve(
                                x + 40 * size,
                                y - 4 * size,
                                x + 40 * size,
                                y + 9 * size,
                                x + 29 * size,
                                y + 9 * size)
                        .closed();
        canvas.detail(cloud, Tint.veil(Tint.mix(light.low(), Color.WHITE, 0.8), opacity));
    }

    private void balloon(double x, double y, double size) {
        Color skin =
                dice.pick(List.of(new Color(0xd9534a), new Color(0xeeb23e), new Color(0x3f8f9a)));
        Color dusk = time == TimeOfDay.NIGHT ? Tint.dark(skin, 0.45) : skin;
        double r = 24 * size;
        Color rope = Tint.dark(dusk, 0.6);
        canvas.line(Sketch.at(x - r * 0.4, y + r).line(x - r * 0.2, y + r * 1.6).open(), rope, 1.6);
        canvas.line(Sketch.at(x + r * 0.4, y + r).line(x + r * 0.2, y + r * 1.6).open(), rope, 1.6);
        Shape globe =
                Sketch.at(x, y - r)
                        .curve(
                                x + r * 1.3,
                                y - r,
                                x + r * 1.25,
                                y + r * 0.35,
                                x + r * 0.36,
                                y + r * 1.15)
                        .line(x - r * 0.36, y + r * 1.15)
                        .curve(x - r * 1.25, y + r * 0.35, x - r * 1.3, y - r, x, y - r)
                        .closed();
        canvas.detail(
                globe,
                dusk,
                inside -> {
                    inside.detail(Sketch.oval(x, y, r * 0.36, r * 1.5), Tint.light(dusk, 0.6));
                    inside.detail(
                            Sketch.box(x + r * 0.45, y - r * 2, r, r * 4, 1),
                            Tint.veil(Tint.dark(dusk, 0.5), 0.3));
                });
        canvas.detail(
                Sketch.box(x - r * 0.26, y + r * 1.55, r * 0.52, r * 0.4, 2),
                time == TimeOfDay.NIGHT ? new Color(0x5a4436) : new Color(0x8a5a34));
    }
}
