package atelier.service.starter.painter;

import atelier.model.starter.TimeOfDay;
import java.awt.Color;
import java.util.List;

/** Two rows of houses with lit windows, over a park. */
final class City {

    private static final double SIDE = Backgrounds.SIDE;
    private static final double GROUND = SIDE * 0.84;

    private City() {}

    static void paint(Canvas canvas, Dice dice, Light light, TimeOfDay time) {
        Color far = Tint.mix(wall(time), light.low(), 0.58);
        row(canvas, dice, far, 0.36, 0.66, window(far, time, 0.5));
        Color near = wall(time);
        row(canvas, dice, near, 0.22, 0.5, window(near, time, 0.95));
        Color park = Tint.dark(light.ground(), 0.2);
        for (double x = dice.between(-20, 0); x < SIDE + 20; x += 26) {
            canvas.detail(Sketch.circle(x, GROUND + 4, dice.between(14, 21)), park);
        }
        canvas.detail(Sketch.box(0, GROUND + 4, SIDE, SIDE, 0), park);
    }

    private static Color wall(TimeOfDay time) {
        return new Color(
                switch (time) {
                    case MORNING -> 0x8b7aa3;
                    case DAY -> 0x6b86ad;
                    case EVENING -> 0x84505a;
                    case NIGHT -> 0x1a2148;
                });
    }

    private static Color window(Color wall, TimeOfDay time, double brightness) {
        Color pane =
                switch (time) {
                    case MORNING -> new Color(0xffe6cf);
                    case DAY -> new Color(0xe4f3fb);
                    case EVENING, NIGHT -> new Color(0xffd27a);
                };
        return Tint.mix(wall, pane, time == TimeOfDay.NIGHT ? brightness : brightness * 0.68);
    }

    private static void row(
            Canvas canvas, Dice dice, Color wall, double least, double most, Color window) {
        double x = dice.between(-24, -4);
        while (x < SIDE) {
            double width = dice.between(30, 46);
            double height = SIDE * dice.between(least, most);
            double top = GROUND - height;
            Color color = Tint.light(wall, dice.between(0, 0.1));
            canvas.detail(Sketch.box(x, top, width, SIDE, 0), color);
            roof(canvas, dice, color, x, top, width);
            windows(canvas, dice, window, x, top, width);
            x += width + 2;
        }
    }

    private static void roof(
            Canvas canvas, Dice dice, Color color, double x, double top, double width) {
        double middle = x + width / 2;
        switch (dice.pick(List.of(0, 1, 2, 3))) {
            case 0 ->
                    canvas.detail(
                            Sketch.at(x, top + 1)
                                    .line(middle, top - width * 0.62)
                                    .line(x + width, top + 1)
                                    .closed(),
                            color);
            case 1 -> {
                canvas.detail(Sketch.oval(middle, top + 1, width * 0.42, width * 0.36), color);
                canvas.line(
                        Sketch.at(middle, top).line(middle, top - width * 0.6).open(), color, 2.4);
            }
            case 2 ->
                    canvas.detail(Sketch.box(x + width * 0.2, top - 9, width * 0.6, 14, 1), color);
            default -> {}
        }
    }

    private static void windows(
            Canvas canvas, Dice dice, Color window, double x, double top, double width) {
        int columns = width > 38 ? 3 : 2;
        double step = width / columns;
        for (double y = top + 8; y < GROUND - 8; y += 15) {
            for (int column = 0; column < columns; column++) {
                if (dice.happens(0.66)) {
                    canvas.detail(
                            Sketch.box(x + step * (column + 0.5) - 3.2, y, 6.4, 8.5, 0.8), window);
                }
            }
        }
    }
}
