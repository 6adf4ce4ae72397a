package atelier.service.starter.painter;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A head of curls, each a ball of hair. */
final class Curls {

    private static final double[][] BEHIND = {
        {-58, 30, 17}, {-66, 6, 20}, {-69, -20, 22}, {-62, -48, 24}, {-42, -74, 25}, {-15, -90, 26},
        {15, -90, 26}, {42, -74, 25}, {62, -48, 24}, {69, -20, 22}, {66, 6, 20}, {58, 30, 17}
    };
    private static final double[][] BEFORE = {
        {-51, -28, 15},
        {-45, -50, 17},
        {-26, -58, 17},
        {-4, -62, 18},
        {19, -60, 17},
        {39, -52, 17},
        {51, -30, 15},
        {-36, -40, 13},
        {-14, -47, 14},
        {10, -48, 13},
        {32, -41, 12}
    };
    private static final double UNDER_BRIM = -30;

    private Curls() {}

    private static double wider(Sitter sitter) {
        return (sitter.head().half() - 51) * 0.9;
    }

    static void back(Sitter sitter, Canvas canvas) {
        List<Shape> curls = new ArrayList<>();
        double grow = wider(sitter);
        curls.add(Sketch.oval(0, -28, 60 + grow, 62));
        for (double[] c : BEHIND) {
            curls.add(Sketch.circle(c[0] + Math.signum(c[0]) * grow, c[1], c[2]));
        }
        canvas.things(Hair.covered(sitter) ? lower(curls) : curls, Tint.dark(sitter.hair(), 0.16));
        if (!Hair.covered(sitter)) {
            rings(canvas, sitter, BEHIND, grow, false);
        }
    }

    static void front(Sitter sitter, Canvas canvas) {
        if (Hair.covered(sitter)) {
            return;
        }
        List<Shape> curls = new ArrayList<>();
        for (double[] c : BEFORE) {
            curls.add(Sketch.circle(sitter.turn().x(c[0]), c[1], c[2]));
        }
        canvas.things(curls, sitter.hair());
        rings(canvas, sitter, BEFORE, 0, true);
    }

    private static List<Shape> lower(List<Shape> curls) {
        return curls.stream()
                .filter(curl -> curl.getBounds2D().getMinY() > UNDER_BRIM - 32)
                .toList();
    }

    private static void rings(
            Canvas canvas, Sitter sitter, double[][] curls, double grow, boolean onFace) {
        Color light = Tint.veil(Tint.light(sitter.hair(), 0.4), 0.75);
        for (double[] c : curls) {
            double x = onFace ? sitter.turn().x(c[0]) : c[0] + Math.signum(c[0]) * grow;
            double r = c[2] * 0.58;
            Shape ring =
                    Sketch.at(x - r, c[1] + r * 0.3)
                            .curve(
                                    x - r * 1.1,
                                    c[1] - r,
                                    x + r * 0.2,
                                    c[1] - r * 1.3,
                                    x + r * 0.7,
                                    c[1] - r * 0.4)
                            .open();
            canvas.line(ring, light, 3);
        }
    }
}
