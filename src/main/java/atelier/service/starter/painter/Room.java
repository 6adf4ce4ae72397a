package atelier.service.starter.painter;

import atelier.model.starter.TimeOfDay;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;

/** A room with a window on one side and a shelf on the other; its window tells the hour. */
final class Room {

    private static final double SIDE = Backgrounds.SIDE;
    private static final List<Color> BOOKS =
            List.of(
                    new Color(0xdba548),
                    new Color(0x3f8087),
                    new Color(0xb04e40),
                    new Color(0xe8d8b4),
                    new Color(0x5b6897));

    private final Canvas canvas;
    private final Dice dice;
    private final TimeOfDay time;
    private final Color wall;

    private Room(Canvas canvas, Dice dice, TimeOfDay time) {
        this.canvas = canvas;
        this.dice = dice;
        this.time = time;
        this.wall =
                new Color(
                        switch (time) {
                            case MORNING -> 0xb98a86;
                            case DAY -> 0xc09a72;
                            case EVENING -> 0xa2603f;
                            case NIGHT -> 0x4f4670;
                        });
    }

    static void paint(Canvas canvas, Dice dice, TimeOfDay time) {
        Room room = new Room(canvas, dice, time);
        room.walls();
        boolean windowLeft = dice.happens(0.5);
        room.window(windowLeft ? 14 : SIDE - 88);
        double other = windowLeft ? SIDE - 78 : 8;
        room.shelf(other, 62);
        room.shelf(other, 126);
        if (time == TimeOfDay.NIGHT || time == TimeOfDay.EVENING) {
            room.lamp(windowLeft ? SIDE - 40 : 40);
        }
    }

    private void walls() {
        canvas.detail(Sketch.box(0, 0, SIDE, SIDE, 0), wall);
        Color stripe = Tint.veil(Tint.light(wall, 0.3), 0.28);
        for (double x = 6; x < SIDE; x += 32) {
            canvas.detail(Sketch.box(x, 0, 13, SIDE * 0.74, 0), stripe);
        }
        canvas.detail(Sketch.box(0, SIDE * 0.74, SIDE, SIDE, 0), Tint.dark(wall, 0.35));
        canvas.detail(Sketch.box(0, SIDE * 0.725, SIDE, 6, 0), Tint.light(wall, 0.4));
    }

    private void window(double x) {
        Light light = Light.of(time);
        double y = 26;
        double width = 74;
        double height = 100;
        Color frame = Tint.light(wall, 0.62);
        canvas.detail(Sketch.box(x - 6, y - 6, width + 12, height + 12, 4), frame);
        Shape pane = Sketch.box(x, y, width, height, 1);
        canvas.fade(pane, light.top(), light.low());
        canvas.detail(
                Sketch.at(x, y + height * 0.72)
                        .curve(
                                x + 24,
                                y + height * 0.56,
                                x + 46,
                                y + height * 0.78,
                                x + width,
                                y + height * 0.66)
                        .line(x + width, y + height)
                        .line(x, y + height)
                        .closed(),
                light.grass());
        double sunX = x + dice.between(20, 54);
        canvas.detail(
                Sketch.circle(
                        sunX, y + (time == TimeOfDay.DAY || time == TimeOfDay.NIGHT ? 22 : 54), 11),
                light.sun());
        canvas.line(Sketch.at(x + width / 2, y).line(x + width / 2, y + height).open(), frame, 5);
        canvas.line(
                Sketch.at(x, y + height * 0.46).line(x + width, y + height * 0.46).open(),
                frame,
                5);
        canvas.detail(Sketch.box(x - 10, y + height + 4, width + 20, 8, 2), Tint.light(wall, 0.45));
    }

    private void shelf(double x, double y) {
        canvas.detail(Sketch.box(x, y, 72, 6, 1), Tint.dark(wall, 0.45));
        double at = x + 4;
        boolean plant = dice.happens(0.4);
        while (at < x + (plant ? 34 : 58)) {
            double width = dice.between(8, 12);
            double height = dice.between(25, 40);
            Color book = dice.pick(BOOKS);
            Color seen = time == TimeOfDay.NIGHT ? Tint.dark(book, 0.3) : book;
            canvas.detail(Sketch.box(at, y - height, width, height, 1.4), seen);
            canvas.detail(Sketch.box(at, y - height * 0.75, width, 4, 0), Tint.light(seen, 0.4));
            at += width + 1.5;
        }
        if (plant) {
            plant(x + 54, y);
        }
    }

    private void plant(double x, double y) {
        Color leaf = time == TimeOfDay.NIGHT ? new Color(0x37574f) : new Color(0x5d9a52);
        for (double[] tip :
                new double[][] {
                    {-16, -30}, {-7, -42}, {5, -43}, {15, -32}, {17, -20}, {-17, -18}
                }) {
            canvas.detail(
                    Sketch.at(x - 3, y - 12)
                            .bend(x + tip[0] - 6, y + tip[1] + 10, x + tip[0], y + tip[1])
                            .bend(x + tip[0] + 6, y + tip[1] + 12, x + 3, y - 12)
                            .closed(),
                    leaf);
        }
        canvas.detail(
                Sketch.at(x - 10, y - 15)
                        .line(x + 10, y - 15)
                        .line(x + 7, y)
                        .line(x - 7, y)
                        .closed(),
                new Color(0xc06a45));
    }

    private void lamp(double x) {
        Color glow = new Color(0xffdf8f);
        canvas.detail(Sketch.circle(x, 12, 44), Tint.veil(glow, 0.16));
        canvas.detail(Sketch.circle(x, 12, 28), Tint.veil(glow, 0.22));
        canvas.detail(
                Sketch.at(x - 8, -4).line(x + 8, -4).line(x + 18, 14).line(x - 18, 14).closed(),
                new Color(0xf6c35a));
    }
}
