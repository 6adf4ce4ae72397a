package atelier.service.starter.painter;

import atelier.model.starter.TimeOfDay;
import java.awt.Color;

/** A plain wall with a disc of light on it. */
final class Backdrop {

    private static final double SIDE = Backgrounds.SIDE;

    private Backdrop() {}

    static void paint(Canvas canvas, TimeOfDay time) {
        Color wall =
                new Color(
                        switch (time) {
                            case MORNING -> 0xe3bfd0;
                            case DAY -> 0xbfd8d6;
                            case EVENING -> 0xe0a468;
                            case NIGHT -> 0x2f3866;
                        });
        canvas.detail(Sketch.box(0, 0, SIDE, SIDE, 0), wall);
        Color disc = time == TimeOfDay.NIGHT ? Tint.light(wall, 0.17) : Tint.light(wall, 0.42);
        canvas.detail(Sketch.circle(SIDE / 2, SIDE * 0.45, SIDE * 0.42), disc);
        canvas.detail(Sketch.box(0, SIDE * 0.87, SIDE, SIDE, 0), Tint.dark(wall, 0.16));
    }
}
