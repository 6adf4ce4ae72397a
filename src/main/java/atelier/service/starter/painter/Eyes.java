package atelier.service.starter.painter;

import atelier.model.starter.Expression;
import atelier.model.starter.EyeShape;
import atelier.model.starter.FaceShape;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** Both eyes: drawn large, as their colour must be seen in small pictures. */
final class Eyes {

    private static final double APART = 23.5;
    private static final double CLOSER = 21.5;

    /** How far eyes are below the middle of the face. */
    static final double LEVEL = 5;

    private static final Color LINE = new Color(0x2a1820);
    private static final Color WHITE = new Color(0xfffcf6);
    private static final Color TEAR = new Color(0x7cc7f2);

    private final Sitter sitter;
    private final Canvas canvas;
    private final EyeShape shape;
    private final Expression expression;

    private Eyes(Sitter sitter, Canvas canvas) {
        this.sitter = sitter;
        this.canvas = canvas;
        this.shape = sitter.portrait().eyeShape();
        this.expression = sitter.portrait().expression();
    }

    /** How far each eye's middle is from the middle of a face. */
    static double apart(Sitter sitter) {
        return sitter.portrait().faceShape() == FaceShape.LONG ? CLOSER : APART;
    }

    /** Paints them. */
    static void paint(Sitter sitter, Canvas canvas) {
        Eyes eyes = new Eyes(sitter, canvas);
        eyes.eye(-1);
        if (eyes.expression == Expression.WINK) {
            eyes.shut(1);
        } else {
            eyes.eye(1);
        }
        if (eyes.expression == Expression.SAD) {
            eyes.tear();
        }
    }

    private Shape seen(Shape outline, int side) {
        AffineTransform place = AffineTransform.getTranslateInstance(side * apart(sitter), LEVEL);
        place.scale(side, 1);
        return sitter.turn().seen(place.createTransformedShape(outline));
    }

    /** Half the height of an open eye. */
    private double height() {
        double open =
                switch (shape) {
                    case ROUND -> 13.5;
                    case ALMOND -> 10;
                    case NARROW -> 6.2;
                    case SLEEPY -> 12;
                    case LASHED -> 12;
                };
        return expression == Expression.SURPRISE ? open * 1.25 : open;
    }

    /** Half the width of an open eye. */
    private double width() {
        return switch (shape) {
            case ROUND -> 12.5;
            case ALMOND, NARROW -> 15;
            case SLEEPY, LASHED -> 13;
        };
    }

    /** The opening between the lids; x runs outwards. */
    private Shape opening() {
        double w = width();
        double h = height();
        if (shape == EyeShape.ALMOND || shape == EyeShape.NARROW) {
            double rise = shape == EyeShape.ALMOND ? 5 : 2;
            return Sketch.at(-w, 2.5)
                    .curve(-w * 0.6, -h * 1.1, w * 0.3, -h * 1.35, w + 1, -rise)
                    .curve(w * 0.75, h * 0.85, -w * 0.3, h * 1.3, -w, 2.5)
                    .closed();
        }
        return Sketch.oval(0, 0, w, h);
    }

    private void eye(int side) {
        Shape opening = opening();
        Shape seen = seen(opening, side);
        canvas.detail(
                seen,
                WHITE,
                inside -> {
                    iris(inside, side);
                    lids(inside, side);
                });
        if (canvas.soft()) {
            canvas.line(seen, Tint.veil(LINE, 0.45), 1.6);
        } else {
            canvas.line(seen, LINE, 1.8);
        }
        upperLine(side);
    }

    private void iris(Canvas inside, int side) {
        Color color = Palette.of(sitter.portrait().eyeColour());
        double small = expression == Expression.SURPRISE ? 0.85 : 1;
        double radius = (shape == EyeShape.NARROW ? 8.6 : 9.6) * small;
        double gaze = sitter.turn().amount() * 2.2 * side;
        double y = shape == EyeShape.SLEEPY ? 2.5 : shape == EyeShape.NARROW ? -0.5 : 0.5;
        Shape iris = Sketch.circle(gaze, y, radius);
        inside.detail(seen(iris, side), Tint.dark(color, 0.45));
        inside.detail(seen(Sketch.circle(gaze, y, radius - 1.8), side), color);
        inside.detail(
                seen(Sketch.oval(gaze, y + radius * 0.5, radius * 0.55, radius * 0.36), side),
                Tint.light(color, 0.4));
        inside.detail(seen(Sketch.circle(gaze, y, radius * 0.43), side), new Color(0x1a0f18));
        // The light falls from the upper left on both eyes alike.
        double left = -side * 3.4;
        inside.detail(seen(Sketch.circle(gaze + left, y - 3.6, radius * 0.33), side), Color.WHITE);
        inside.detail(
                seen(Sketch.circle(gaze - left, y + 3.6, radius * 0.16), side),
                Tint.veil(Color.WHITE, 0.8));
    }

    /** What of the lids covers the eye. */
    private void lids(Canvas inside, int side) {
        double w = width() + 4;
        double h = height();
        Color lid = Tint.mix(sitter.skin(), sitter.shade(), 0.7);
        if (shape == EyeShape.SLEEPY) {
            inside.detail(
                    seen(
                            Sketch.at(-w, -h - 9)
                                    .line(w, -h - 9)
                                    .line(w, 0.5)
                                    .bend(0, -4, -w, -1.5)
                                    .closed(),
                            side),
                    lid);
        } else {
            // The upper lid's shadow on the white.
            inside.detail(
                    seen(
                            Sketch.at(-w, -h - 9)
                                    .line(w, -h - 9)
                                    .line(w, -h * 0.3)
                                    .bend(0, -h * 0.86, -w, -h * 0.3)
                                    .closed(),
                            side),
                    Tint.veil(LINE, 0.2));
        }
        if (expression == Expression.LAUGH) {
            inside.detail(
                    seen(
                            Sketch.at(-w, h + 6)
                                    .line(w, h + 6)
                                    .line(w, h * 0.75)
                                    .bend(0, h * 0.05, -w, h * 0.75)
                                    .closed(),
                            side),
                    sitter.skin());
            inside.line(
                    seen(Sketch.at(-w, h * 0.75).bend(0, h * 0.05, w, h * 0.75).open(), side),
                    LINE,
                    2.6);
        }
        if (expression == Expression.ANGER) {
            inside.detail(
                    seen(
                            Sketch.at(-w, -h - 8)
                                    .line(w, -h - 8)
                                    .line(w, -h * 1.25)
                                    .line(-w, -h * 0.22)
                                    .closed(),
                            side),
                    lid);
            inside.line(
                    seen(Sketch.at(-w, -h * 0.22).line(w * 0.8, -h * 1.13).open(), side), LINE, 3);
        }
    }

    private void upperLine(int side) {
        double w = width();
        double h = height();
        Sketch line =
                switch (shape) {
                    case ALMOND ->
                            Sketch.at(-w - 1, 3)
                                    .curve(-w * 0.6, -h * 1.15, w * 0.3, -h * 1.4, w + 4, -7.5);
                    case NARROW ->
                            Sketch.at(-w - 1, 3)
                                    .curve(-w * 0.6, -h * 1.15, w * 0.3, -h * 1.4, w + 2, -2);
                    case SLEEPY -> Sketch.at(-w - 1, -1).bend(0, -4.5, w + 2.5, 0.5);
                    default ->
                            Sketch.at(-w, -h * 0.3)
                                    .curve(
                                            -w * 0.75, -h * 1.25, w * 0.65, -h * 1.4, w + 0.5,
                                            -h * 0.3);
                };
        canvas.line(seen(line.open(), side), LINE, shape == EyeShape.LASHED ? 4.6 : 3.8);
        if (shape == EyeShape.SLEEPY) {
            Shape crease =
                    Sketch.at(-w * 0.7, -h * 0.85).bend(0, -h * 1.35, w * 0.8, -h * 0.8).open();
            canvas.line(seen(crease, side), Tint.dark(sitter.shade(), 0.25), 2.4);
        }
        if (shape == EyeShape.LASHED) {
            lashes(side);
        }
    }

    private void lashes(int side) {
        double w = width();
        double h = height();
        double[][] roots = {{w * 0.45, -h * 0.95}, {w * 0.8, -h * 0.7}, {w, -h * 0.3}};
        double[][] tips = {{w * 0.75, -h - 6}, {w + 4.5, -h - 1.5}, {w + 8, -h * 0.45}};
        for (int i = 0; i < roots.length; i++) {
            Sketch lash =
                    Sketch.at(roots[i][0], roots[i][1])
                            .bend(
                                    (roots[i][0] + tips[i][0]) / 2 + 1.5,
                                    (roots[i][1] + tips[i][1]) / 2 + 1.5,
                                    tips[i][0],
                                    tips[i][1]);
            canvas.line(seen(lash.open(), side), LINE, 3.4);
        }
    }

    private void shut(int side) {
        double w = width();
        Shape lid = Sketch.at(-w, 4).curve(-w * 0.5, -9, w * 0.5, -9, w + 1, 4).open();
        canvas.line(seen(lid, side), LINE, 5);
        if (shape == EyeShape.LASHED) {
            Shape lash = Sketch.at(w * 0.7, -2).line(w + 7, -6).open();
            canvas.line(seen(lash, side), LINE, 3.4);
        }
    }

    private void tear() {
        double y = height() + 2;
        Shape drop =
                Sketch.at(3, y)
                        .curve(10, y + 9, 10.5, y + 19, 3, y + 19)
                        .curve(-4.5, y + 19, -4, y + 9, 3, y)
                        .closed();
        canvas.detail(seen(drop, -1), TEAR);
        canvas.line(seen(drop, -1), new Color(0x3d8fca), 1.5);
        canvas.detail(seen(Sketch.oval(5, y + 12, 1.8, 3.2), -1), Color.WHITE);
    }
}
