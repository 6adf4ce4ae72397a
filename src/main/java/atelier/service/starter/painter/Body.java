package atelier.service.starter.painter;

import atelier.model.starter.Garment;
import java.awt.Color;
import java.awt.Shape;

/** Shoulders, arms and what they are clothed in. */
final class Body {

    private static final Color LINEN = new Color(0xf7efe0);

    private final Sitter sitter;
    private final Canvas canvas;
    private final Color cloth;
    private final Color accent;

    private Body(Sitter sitter, Canvas canvas) {
        this.sitter = sitter;
        this.canvas = canvas;
        this.cloth = sitter.cloth();
        this.accent = sitter.accent();
    }

    /** Paints what is behind the neck. */
    static void back(Sitter sitter, Canvas canvas) {
        if (sitter.portrait().garment() == Garment.HOODIE) {
            Shape hood =
                    Sketch.at(0, 36)
                            .curve(50, 36, 80, 62, 70, 100)
                            .bend(40, 130, 0, 130)
                            .mirrored();
            canvas.thing(hood, Tint.dark(sitter.cloth(), 0.32));
        }
    }

    /** Paints the body with its garment up to the neck. */
    static void front(Sitter sitter, Canvas canvas) {
        Body body = new Body(sitter, canvas);
        canvas.thing(
                torso(),
                body.cloth,
                inside -> {
                    Patterns.paint(sitter, inside);
                    body.folds(inside);
                    if (sitter.portrait().garment() == Garment.ROBE) {
                        body.sash(inside);
                    }
                });
        switch (sitter.portrait().garment()) {
            case ROBE -> body.robe();
            case SWEATER -> body.sweater();
            case SHIRT -> body.shirt();
            case HOODIE -> body.hoodie();
        }
    }

    private static Shape torso() {
        return Sketch.at(0, 84)
                .line(30, 84)
                .curve(38, 98, 78, 98, 95, 118)
                .curve(112, 138, 116, 190, 122, 320)
                .line(0, 320)
                .mirrored();
    }

    private void folds(Canvas inside) {
        Color shadow = Tint.veil(Tint.dark(cloth, 0.55), 0.34);
        Shape right =
                Sketch.at(36, 80)
                        .curve(60, 110, 74, 130, 76, 330)
                        .line(140, 330)
                        .line(140, 80)
                        .closed();
        inside.shade(right, shadow);
        Color seam = Tint.veil(Tint.dark(cloth, 0.6), 0.75);
        for (int side = -1; side <= 1; side += 2) {
            Shape arm =
                    Sketch.at(side * 68, 150)
                            .curve(side * 76, 180, side * 78, 230, side * 76, 320)
                            .open();
            inside.line(arm, seam, 3.2);
        }
    }

    private void sash(Canvas inside) {
        Color sash = Tint.mix(accent, cloth, 0.12);
        Shape belt =
                Sketch.at(-76, 190)
                        .bend(0, 206, 76, 190)
                        .line(77, 216)
                        .bend(0, 232, -77, 216)
                        .closed();
        inside.detail(
                belt,
                sash,
                on -> {
                    on.line(
                            Sketch.at(-80, 199).bend(0, 215, 80, 199).open(),
                            Tint.veil(Tint.dark(sash, 0.5), 0.5),
                            2.6);
                    on.shade(Sketch.box(34, 180, 60, 60, 4), Tint.veil(Tint.dark(sash, 0.5), 0.35));
                });
    }

    private void robe() {
        Shape chest =
                Sketch.at(-31, 82)
                        .line(31, 82)
                        .curve(30, 104, 16, 122, -4, 134)
                        .curve(-20, 122, -30, 104, -31, 82)
                        .closed();
        canvas.detail(
                chest,
                LINEN,
                inside -> {
                    inside.shade(
                            Sketch.box(6, 80, 40, 70, 4), Tint.veil(Tint.dark(LINEN, 0.5), 0.25));
                    // The neck is seen above the linen.
                    inside.detail(
                            Sketch.at(-32, 78)
                                    .line(32, 78)
                                    .curve(28, 102, 12, 112, 0, 114)
                                    .curve(-12, 112, -28, 102, -32, 78)
                                    .closed(),
                            Tint.mix(sitter.skin(), sitter.shade(), 0.45));
                });
        Shape under =
                Sketch.at(27, 78)
                        .curve(27, 100, 10, 120, -12, 134)
                        .line(-2, 148)
                        .curve(28, 132, 46, 112, 46, 92)
                        .bend(36, 88, 27, 78)
                        .closed();
        canvas.thing(under, Tint.dark(accent, 0.16));
        Shape over =
                Sketch.at(-27, 78)
                        .curve(-18, 112, 32, 134, 78, 156)
                        .line(78, 340)
                        .line(60, 340)
                        .curve(60, 260, 62, 200, 60, 172)
                        .curve(16, 150, -40, 126, -46, 92)
                        .bend(-36, 88, -27, 78)
                        .closed();
        canvas.thing(
                over,
                accent,
                inside -> {
                    inside.line(
                            Sketch.at(-37, 84)
                                    .curve(-28, 118, 22, 140, 69, 163)
                                    .line(69, 340)
                                    .open(),
                            Tint.light(accent, 0.6),
                            3);
                    inside.shade(
                            Sketch.box(52, 80, 40, 260, 4), Tint.veil(Tint.dark(accent, 0.5), 0.3));
                });
    }

    private void sweater() {
        Shape collar =
                Sketch.at(-33, 72)
                        .bend(0, 88, 33, 72)
                        .curve(40, 80, 41, 94, 37, 102)
                        .bend(0, 122, -37, 102)
                        .curve(-41, 94, -40, 80, -33, 72)
                        .closed();
        Color knit = Tint.light(accent, 0.05);
        canvas.thing(
                collar,
                knit,
                inside -> {
                    for (double x = -36; x <= 36; x += 9) {
                        inside.line(
                                Sketch.at(x * 0.9, 70).line(x, 124).open(),
                                Tint.veil(Tint.dark(knit, 0.5), 0.4),
                                2.6);
                    }
                    inside.shade(
                            Sketch.box(12, 60, 40, 70, 4), Tint.veil(Tint.dark(knit, 0.5), 0.3));
                });
        Color seam = Tint.veil(Tint.dark(cloth, 0.6), 0.55);
        canvas.line(Sketch.at(-46, 102).bend(0, 132, 46, 102).open(), seam, 3);
    }

    private void shirt() {
        Shape opening = Sketch.at(-25, 80).line(25, 80).line(2, 124).line(-2, 124).closed();
        canvas.detail(opening, Tint.mix(sitter.skin(), sitter.shade(), 0.45));
        canvas.line(Sketch.at(0, 122).line(0, 320).open(), Tint.dark(cloth, 0.3), 3);
        for (double y = 142; y < 300; y += 30) {
            canvas.thing(Sketch.circle(6, y, 5), accent);
        }
        for (int side = -1; side <= 1; side += 2) {
            Shape collar =
                    Sketch.at(side * 27, 74)
                            .curve(side * 20, 92, side * 8, 106, 0, 116)
                            .line(side * 18, 136)
                            .curve(side * 34, 122, side * 42, 104, side * 41, 86)
                            .closed();
            canvas.thing(collar, side < 0 ? accent : Tint.dark(accent, 0.1));
        }
    }

    private void hoodie() {
        Shape opening =
                Sketch.at(-28, 76)
                        .curve(-22, 108, -10, 120, 0, 122)
                        .curve(10, 120, 22, 108, 28, 76)
                        .closed();
        canvas.detail(opening, Tint.mix(sitter.skin(), sitter.shade(), 0.45));
        for (int side = -1; side <= 1; side += 2) {
            Shape edge =
                    Sketch.at(side * 42, 66)
                            .curve(side * 60, 90, side * 36, 128, 0, 136)
                            .line(0, 118)
                            .curve(side * 18, 114, side * 26, 96, side * 30, 74)
                            .closed();
            canvas.thing(edge, side < 0 ? Tint.light(cloth, 0.1) : Tint.dark(cloth, 0.14));
            Shape cord =
                    Sketch.at(side * 17, 124)
                            .curve(side * 18, 140, side * 15, 150, side * 17, 168)
                            .open();
            canvas.line(cord, Tint.dark(accent, 0.3), 7.5);
            canvas.line(cord, accent, 5);
            canvas.thing(Sketch.box(side * 17 - 5.5, 164, 11, 14, 4), accent);
        }
        Shape pocket =
                Sketch.at(-44, 204)
                        .line(44, 204)
                        .line(58, 250)
                        .line(58, 330)
                        .line(-58, 330)
                        .line(-58, 250)
                        .closed();
        canvas.detail(pocket, Tint.veil(Tint.dark(cloth, 0.5), 0.3));
        canvas.line(pocket, Tint.veil(Tint.dark(cloth, 0.6), 0.7), 3);
    }
}
