package atelier.service.starter.painter;

import atelier.model.starter.Portrait;
import atelier.model.starter.TimeOfDay;

/** The place behind a person, 256 to a side, each with the accidents of its seed. */
final class Backgrounds {

    /** The side of a picture. */
    static final double SIDE = 256;

    private Backgrounds() {}

    /** Paints it over the whole canvas. */
    static void paint(Portrait portrait, long seed, Canvas canvas) {
        TimeOfDay time = portrait.time();
        Dice dice = new Dice(seed, "background");
        Light light = Light.of(time);
        Heaven heaven = new Heaven(canvas, dice, time);
        switch (portrait.background()) {
            case PLAIN -> Backdrop.paint(canvas, time);
            case STEPPE -> {
                heaven.paint(SIDE * 0.62);
                Steppe.paint(canvas, dice, light, time);
            }
            case CITY -> {
                heaven.paint(SIDE * 0.5);
                City.paint(canvas, dice, light, time);
            }
            case ROOM -> Room.paint(canvas, dice, time);
            case SKY -> {
                heaven.paint(SIDE * 0.9);
                heaven.height();
            }
        }
    }
}
