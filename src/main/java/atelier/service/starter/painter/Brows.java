package atelier.service.starter.painter;

import atelier.model.starter.BrowShape;
import atelier.model.starter.Expression;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** Both eyebrows, which say as much as the mouth does. */
final class Brows {

    private static final double LEVEL = -20;

    private Brows() {}

    /** Paints them, over the hair where that falls low. */
    static void paint(Sitter sitter, Canvas canvas) {
        Color color = color(sitter);
        BrowShape shape = sitter.portrait().brows();
        for (int side = -1; side <= 1; side += 2) {
            canvas.detail(sitter.turn().seen(brow(sitter, shape, side)), color);
        }
        if (shape == BrowShape.JOINED) {
            double left = LEVEL + lift(sitter.portrait().expression(), -1) + drop(sitter);
            double right = LEVEL + lift(sitter.portrait().expression(), 1) + drop(sitter);
            double middle = (left + right) / 2;
            Shape bridge =
                    Sketch.at(-8.5, left - 5.6)
                            .bend(0, middle + 1.5, 8.5, right - 5.6)
                            .line(8.5, right + 4.2)
                            .bend(0, middle + 7.5, -8.5, left + 4.2)
                            .closed();
            canvas.detail(sitter.turn().seen(bridge), color);
        }
    }

    /** Brows are darker than the hair, but never lost on the skin. */
    private static Color color(Sitter sitter) {
        return switch (sitter.portrait().hairColour()) {
            case WHITE -> new Color(0xa39cb6);
            case BLOND -> new Color(0xb98a35);
            default -> Tint.dark(sitter.hair(), 0.22);
        };
    }

    private static double drop(Sitter sitter) {
        return switch (sitter.portrait().expression()) {
            case SAD -> -6;
            case ANGER -> 8;
            default -> 0;
        };
    }

    private static double lift(Expression expression, int side) {
        return switch (expression) {
            case SURPRISE -> -9;
            case LAUGH -> -4;
            case WINK -> side < 0 ? -5 : 2;
            case CALM -> 1;
            default -> 0;
        };
    }

    /** x runs outwards from the middle of the face; inner end at 10, outer end at 37. */
    private static Shape brow(Sitter sitter, BrowShape shape, int side) {
        double inner = drop(sitter);
        double outer = -inner * 0.6;
        Sketch sketch =
                switch (shape) {
                    case THIN ->
                            Sketch.at(10, inner - 1.5)
                                    .curve(18, -8.5 + inner / 2, 29, -9, 37, 1 + outer)
                                    .curve(29, -4.5, 18, -4 + inner / 2, 10, inner + 2);
                    case THICK ->
                            Sketch.at(9, inner - 5)
                                    .curve(16, -12 + inner / 2, 30, -13, 40, outer - 1)
                                    .curve(39, outer + 2.5, 36, outer + 3, 36, outer + 3)
                                    .curve(28, -2, 18, -1 + inner / 2, 10, inner + 6)
                                    .bend(6.5, inner + 1, 9, inner - 5);
                    case ARCHED ->
                            Sketch.at(9, inner - 3)
                                    .curve(16, -8 + inner / 2, 21, -14, 28, -14)
                                    .curve(33, -13, 38, -6, 40.5, 2 + outer)
                                    .curve(36, -4, 32, -7.5, 27, -7.5)
                                    .curve(21, -6.5, 16, -2 + inner / 2, 10, inner + 2.5)
                                    .bend(7, inner + 0.5, 9, inner - 3);
                    case JOINED ->
                            Sketch.at(7, inner - 5)
                                    .curve(16, -9 + inner / 2, 30, -9, 38, outer)
                                    .curve(30, -1, 18, 1 + inner / 2, 7, inner + 4.5);
                };
        AffineTransform place =
                AffineTransform.getTranslateInstance(
                        0, LEVEL + lift(sitter.portrait().expression(), side));
        place.scale(side, 1);
        return place.createTransformedShape(sketch.closed());
    }
}
