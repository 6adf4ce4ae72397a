package atelier.service.starter.painter;

import atelier.model.starter.HairStyle;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** Hair that is put up or braided, with its ties. */
final class TiedHair {

    private TiedHair() {}

    /** The cap of hair that is drawn up to whatever it is tied into. */
    static void drawnUp(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        Sketch hairline =
                Sketch.at(a - 6, -5)
                        .curve(a - 5, -12, a - 10, -28, a - 16, -36)
                        .curve(26, -46, 12, -52, 0, -46)
                        .curve(-12, -52, -26, -46, -a + 16, -36)
                        .curve(-a + 10, -28, -a + 5, -12, -a + 6, -5);
        Shape cap = HairCap.of(sitter, 15, 9, hairline);
        canvas.thing(
                cap,
                sitter.hair(),
                inside -> {
                    HairCap.lights(sitter, inside);
                    Color strand = Tint.veil(Tint.dark(sitter.hair(), 0.4), 0.6);
                    HeadTurn turn = sitter.turn();
                    for (int side = -1; side <= 1; side += 2) {
                        inside.line(
                                turn.seen(
                                        Sketch.at(side * 22, -48)
                                                .bend(side * 20, -62, side * 12, -78)
                                                .open()),
                                strand,
                                2.4);
                    }
                });
        if (sitter.portrait().hairStyle() == HairStyle.TOPKNOT) {
            double x = -sitter.turn().amount() * 4;
            canvas.thing(Sketch.box(x - 15, -91, 30, 12, 6), sitter.accent());
        }
    }

    static void knot(Sitter sitter, Canvas canvas) {
        double x = -sitter.turn().amount() * 5;
        Color hair = sitter.hair();
        Shape wisp =
                Sketch.at(x + 8, -118)
                        .curve(x + 18, -136, x + 34, -134, x + 38, -120)
                        .curve(x + 30, -127, x + 20, -122, x + 14, -108)
                        .closed();
        canvas.thing(wisp, hair);
        Shape knot =
                Sketch.at(x - 11, -80)
                        .curve(x - 34, -92, x - 28, -128, x, -128)
                        .curve(x + 28, -128, x + 34, -92, x + 11, -80)
                        .closed();
        canvas.thing(
                knot,
                hair,
                inside -> {
                    inside.shade(
                            Sketch.oval(x + 22, -96, 15, 32),
                            Tint.veil(Tint.dark(hair, 0.5), 0.45));
                    Color light = Tint.veil(Tint.light(hair, 0.5), 0.7);
                    inside.line(
                            Sketch.at(x - 12, -92).bend(x - 16, -114, x - 2, -119).open(),
                            light,
                            3.4);
                    inside.line(
                            Sketch.at(x - 1, -92).bend(x - 3, -104, x + 5, -110).open(),
                            light,
                            2.6);
                });
    }

    static void buns(Sitter sitter, Canvas canvas) {
        double lean = -sitter.turn().amount() * 5;
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 48 + lean;
            double y = -84;
            Color hair = side < 0 ? sitter.hair() : Tint.dark(sitter.hair(), 0.08);
            canvas.thing(
                    Sketch.circle(x, y, 27),
                    hair,
                    inside -> {
                        inside.shade(
                                Sketch.oval(x + 17, y + 8, 15, 28),
                                Tint.veil(Tint.dark(hair, 0.5), 0.35));
                        Color light = Tint.veil(Tint.light(hair, 0.55), 0.75);
                        inside.line(
                                Sketch.at(x - 16, y + 6)
                                        .curve(x - 18, y - 14, x - 2, y - 20, x + 8, y - 15)
                                        .open(),
                                light,
                                3.6);
                        Color strand = Tint.veil(Tint.dark(hair, 0.4), 0.55);
                        inside.line(
                                Sketch.at(x - 8, y + 8)
                                        .curve(x - 10, y - 6, x + 6, y - 10, x + 10, y)
                                        .curve(x + 11, y + 7, x + 2, y + 9, x, y + 3)
                                        .open(),
                                strand,
                                2.6);
                    });
            // The tie lies where the bun meets the head.
            Shape tie = Sketch.box(-15, -6, 30, 12, 6);
            AffineTransform place =
                    AffineTransform.getTranslateInstance(side * 37 + lean * 0.8, -66);
            place.rotate(StrictMath.cos(0.62), side * StrictMath.sin(0.62));
            canvas.thing(place.createTransformedShape(tie), sitter.accent());
        }
    }

    static void tail(Sitter sitter, Canvas canvas) {
        double side = sitter.turn().amount() > 0.5 ? -1 : 1;
        Color hair = sitter.hair();
        AffineTransform flip = AffineTransform.getScaleInstance(side, 1);
        Shape tail =
                Sketch.at(22, -84)
                        .curve(48, -124, 100, -112, 106, -62)
                        .curve(112, -16, 92, 14, 106, 56)
                        .curve(86, 50, 62, 26, 66, -18)
                        .curve(68, -44, 60, -62, 38, -66)
                        .closed();
        canvas.thing(
                flip.createTransformedShape(tail),
                hair,
                inside -> {
                    Shape under =
                            Sketch.at(40, -66)
                                    .curve(72, -66, 78, -36, 76, -6)
                                    .curve(74, 22, 90, 44, 106, 58)
                                    .line(60, 60)
                                    .line(40, -40)
                                    .closed();
                    inside.shade(
                            flip.createTransformedShape(under),
                            Tint.veil(Tint.dark(hair, 0.5), 0.45));
                    Color light = Tint.veil(Tint.light(hair, 0.5), 0.7);
                    inside.line(
                            flip.createTransformedShape(
                                    Sketch.at(52, -98).curve(84, -100, 96, -70, 97, -40).open()),
                            light,
                            3.6);
                });
        AffineTransform place = AffineTransform.getTranslateInstance(side * 33, -80);
        place.rotate(StrictMath.cos(0.75), side * StrictMath.sin(0.75));
        canvas.thing(place.createTransformedShape(Sketch.box(-8, -15, 16, 30, 6)), sitter.accent());
    }

    static void braids(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        Sketch hairline =
                Sketch.at(a - 5, 5)
                        .curve(a - 4, -18, 26, -40, -2, -60)
                        .curve(-28, -40, -a + 4, -18, -a + 5, 5);
        for (int side = -1; side <= 1; side += 2) {
            braid(sitter, canvas, side);
        }
        Shape cap = HairCap.of(sitter, 17, 14, hairline);
        canvas.thing(
                cap,
                sitter.hair(),
                inside -> {
                    HairCap.lights(sitter, inside);
                    double part = sitter.turn().x(-2);
                    inside.line(
                            Sketch.at(part, -58).bend(part, -74, part * 0.6, -90).open(),
                            Tint.veil(Tint.dark(sitter.hair(), 0.45), 0.8),
                            3);
                });
    }

    private static void braid(Sitter sitter, Canvas canvas, int side) {
        double x = side * (sitter.head().half() + 7);
        Color hair = side < 0 ? sitter.hair() : Tint.dark(sitter.hair(), 0.1);
        Shape tuft =
                Sketch.at(x + side * 8 - 8, 112)
                        .curve(x + side * 9 - 15, 126, x + side * 9 - 8, 138, x + side * 10, 146)
                        .curve(x + side * 9 + 9, 138, x + side * 9 + 15, 126, x + side * 8 + 8, 112)
                        .closed();
        canvas.thing(tuft, hair);
        for (int i = 4; i >= 0; i--) {
            double y = 26 + i * 19;
            double middle = x + side * i * 2;
            double w = 15.5 - i * 1.2;
            Shape link =
                    Sketch.at(middle, y - 15)
                            .curve(
                                    middle + w * 1.25,
                                    y - 12,
                                    middle + w * 1.1,
                                    y + 9,
                                    middle,
                                    y + 15)
                            .curve(
                                    middle - w * 1.1,
                                    y + 9,
                                    middle - w * 1.25,
                                    y - 12,
                                    middle,
                                    y - 15)
                            .closed();
            canvas.thing(
                    link,
                    hair,
                    inside -> {
                        inside.shade(
                                Sketch.oval(middle + 9, y + 6, 9, 16),
                                Tint.veil(Tint.dark(hair, 0.5), 0.4));
                        inside.line(
                                Sketch.at(middle - w * 0.6, y - 2)
                                        .bend(middle - w * 0.2, y + 6, middle, y + 10)
                                        .open(),
                                Tint.veil(Tint.light(hair, 0.5), 0.7),
                                3);
                    });
        }
        canvas.thing(Sketch.box(x + side * 8 - 10, 106, 20, 11, 5), sitter.accent());
    }
}
