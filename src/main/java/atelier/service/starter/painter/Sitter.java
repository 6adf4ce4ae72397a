package atelier.service.starter.painter;

import atelier.model.starter.Portrait;
import atelier.model.starter.Turn;
import java.awt.Color;

/**
 * Who is painted: the portrait's words, and what follows from them for every part of the person.
 *
 * @param portrait what is asked for
 * @param turn how the head is turned
 * @param head the outline of the head
 * @param skin in the light
 * @param shade skin in the shade
 * @param hair the hair's colour
 * @param cloth the garment's colour
 * @param accent the second colour of the outfit
 */
record Sitter(
        Portrait portrait,
        HeadTurn turn,
        HeadShape head,
        Color skin,
        Color shade,
        Color hair,
        Color cloth,
        Color accent) {

    /** Takes a seat. */
    static Sitter of(Portrait portrait, long seed) {
        Dice dice = new Dice(seed, "turn");
        double amount =
                switch (portrait.turn()) {
                    case LEFT -> -dice.between(0.85, 1.1);
                    case FRONT -> dice.between(-0.08, 0.08);
                    case RIGHT -> dice.between(0.85, 1.1);
                };
        HeadTurn turn = HeadTurn.of(amount, portrait.faceShape());
        Color skin = Palette.of(portrait.skin());
        return new Sitter(
                portrait,
                turn,
                HeadShape.of(portrait.faceShape(), turn),
                skin,
                Palette.shaded(skin),
                Palette.of(portrait.hairColour()),
                Palette.of(portrait.clothColour()),
                Palette.of(portrait.accent()));
    }

    /** Whether the head is turned to a side. */
    boolean turned() {
        return portrait.turn() != Turn.FRONT;
    }
}
