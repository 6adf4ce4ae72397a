package atelier.service.starter.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Headwear: each sits on the forehead above the brows and follows the head. */
final class Hats {

    private static final Color FUR = new Color(0xead9bb);
    private static final Color STRAW = new Color(0xe6c275);
    private static final Color LEAF = new Color(0x4e8f4a);
    private static final Color RUST = new Color(0xb5542a);
    private static final Color POLLEN = new Color(0xf5b93a);
    private static final Color BLOSSOM = new Color(0xfff4f0);

    private final Sitter sitter;
    private final Canvas canvas;
    private final double half;
    private final Color color;
    private final double lean;

    private Hats(Sitter sitter, Canvas canvas) {
        this.sitter = sitter;
        this.canvas = canvas;
        this.half = sitter.head().half();
        this.color = sitter.accent();
        this.lean = sitter.turn().amount() * 5;
    }

    /** Paints what the head wears, if it wears anything. */
    static void paint(Sitter sitter, Canvas canvas) {
        Hats hats = new Hats(sitter, canvas);
        switch (sitter.portrait().headwear()) {
            case NONE -> {}
            case FUR_HAT -> hats.fur();
            case POINTED_CAP -> hats.pointed();
            case BEANIE -> hats.beanie();
            case STRAW_HAT -> hats.straw();
            case HEADBAND -> hats.headband();
            case WREATH -> hats.wreath();
            case BERET -> hats.beret();
        }
    }

    private Color shadow(Color of) {
        return Tint.veil(Tint.dark(of, 0.5), 0.4);
    }

    /** A dome from the forehead up to {@code top}. */
    private Shape dome(double top, double width, double base) {
        return Sketch.at(-width, base)
                .curve(-width - 3, top * 0.74, -width * 0.62, top, lean * 0.5, top)
                .curve(width * 0.62, top, width + 3, top * 0.74, width, base)
                .bend(lean, base - 14, -width, base)
                .closed();
    }

    /** A band around the head, its lower edge at {@code low} by the temples. */
    private Shape band(double low, double height, double rise, double width) {
        return Sketch.at(-width, low)
                .bend(lean, low - 2 * rise, width, low)
                .curve(
                        width + 3,
                        low - height * 0.3,
                        width + 2,
                        low - height * 0.8,
                        width - 2,
                        low - height)
                .bend(lean, low - height - 2 * rise, -width + 2, low - height)
                .curve(-width - 2, low - height * 0.8, -width - 3, low - height * 0.3, -width, low)
                .closed();
    }

    private void rightShade(Canvas inside, Color of) {
        Shape shade =
                Sketch.at(half * 0.3 + lean, -170)
                        .curve(half * 0.9 + lean, -90, half * 0.8 + lean, -50, half * 0.7 + lean, 0)
                        .line(half + 90, 0)
                        .line(half + 90, -170)
                        .closed();
        inside.shade(shade, shadow(of));
    }

    private void fur() {
        double w = half + 9;
        canvas.thing(
                dome(-112, w - 1, -36),
                color,
                inside -> {
                    rightShade(inside, color);
                    Color seam = Tint.veil(Tint.dark(color, 0.4), 0.6);
                    inside.line(
                            Sketch.at(lean, -50).bend(lean * 0.5, -90, lean * 0.4, -116).open(),
                            seam,
                            3);
                });
        List<Shape> tufts = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (half + 7);
            tufts.add(Sketch.oval(x, 0, 15, 24));
            tufts.add(Sketch.oval(x - side * 1, 22, 12, 17));
        }
        int count = 9;
        for (int i = 0; i < count; i++) {
            double t = -1 + 2.0 * i / (count - 1);
            tufts.add(
                    Sketch.circle(
                            t * (w + 2) + lean * (1 - t * t), -48 + 17 * t * t, 17 - 1.5 * t * t));
        }
        canvas.things(tufts, FUR);
        for (int i = 0; i < count; i++) {
            double t = -1 + 2.0 * i / (count - 1);
            double x = t * (w + 1) + lean * (1 - t * t);
            double y = -48 + 17 * t * t;
            canvas.line(
                    Sketch.at(x - 4, y + 7).bend(x, y + 4, x + 1, y - 3).open(),
                    Tint.veil(new Color(0xb89a6a), 0.75),
                    2.8);
        }
    }

    private void pointed() {
        double w = half + 4;
        double tip = lean * 0.4;
        Shape cone =
                Sketch.at(-w, -34)
                        .curve(-w + 8, -72, -24 + tip, -96, -7 + tip, -138)
                        .bend(tip, -146, 7 + tip, -138)
                        .curve(24 + tip, -96, w - 8, -72, w, -34)
                        .bend(lean, -50, -w, -34)
                        .closed();
        canvas.thing(
                cone,
                color,
                inside -> {
                    rightShade(inside, color);
                    Color mark = Tint.mix(color, new Color(0xfff0c8), 0.62);
                    for (double x : new double[] {-24, 0, 24}) {
                        double y = -72 + Math.abs(x) * 0.12;
                        Shape diamond =
                                Sketch.at(x + lean, y - 10)
                                        .line(x + lean + 8, y)
                                        .line(x + lean, y + 10)
                                        .line(x + lean - 8, y)
                                        .closed();
                        inside.detail(diamond, mark);
                    }
                });
        canvas.thing(Sketch.circle(tip, -143, 9), Tint.mix(color, new Color(0xfff0c8), 0.7));
        Color brim = Tint.dark(color, 0.38);
        canvas.thing(band(-25, 20, 9, w + 6), brim, inside -> rightShade(inside, brim));
    }

    private void beanie() {
        double w = half + 8;
        canvas.things(
                List.of(
                        Sketch.circle(lean * 0.4, -116, 18),
                        Sketch.circle(lean * 0.4 - 12, -110, 10),
                        Sketch.circle(lean * 0.4 + 12, -110, 10)),
                Tint.light(color, 0.45));
        canvas.thing(
                dome(-106, w, -36),
                color,
                inside -> {
                    for (double x = -72; x <= 72; x += 18) {
                        inside.line(
                                Sketch.at(x + lean, -30)
                                        .bend(x * 1.05 + lean, -80, x * 0.35 + lean * 0.5, -108)
                                        .open(),
                                Tint.veil(Tint.dark(color, 0.35), 0.5),
                                3.4);
                    }
                    rightShade(inside, color);
                });
        Color rim = Tint.light(color, 0.18);
        canvas.thing(
                band(-22, 26, 8, w + 3),
                rim,
                inside -> {
                    for (double x = -66; x <= 66; x += 12) {
                        double y = -38 + x * x * 0.0042;
                        inside.line(
                                Sketch.at(x + lean * 0.6, y - 20)
                                        .line(x + lean * 0.6, y + 14)
                                        .open(),
                                Tint.veil(Tint.dark(color, 0.35), 0.45),
                                3);
                    }
                    rightShade(inside, rim);
                });
    }

    private void straw() {
        double w = half + 2;
        Color weave = Tint.veil(Tint.dark(STRAW, 0.45), 0.55);
        canvas.thing(
                dome(-112, w, -38),
                STRAW,
                inside -> {
                    for (double y = -104; y < -56; y += 11) {
                        inside.line(
                                Sketch.at(-70, y + 10).bend(lean, y - 4, 70, y + 10).open(),
                                weave,
                                2.2);
                    }
                    rightShade(inside, STRAW);
                });
        canvas.thing(band(-40, 20, 8, w + 1), color, inside -> rightShade(inside, color));
        Shape brim =
                Sketch.at(-w - 48, -26)
                        .curve(-w - 30, -52, -44, -52, lean, -54)
                        .curve(44, -52, w + 30, -52, w + 48, -26)
                        .curve(w + 20, -22, 36, -32, lean, -33)
                        .curve(-36, -32, -w - 20, -22, -w - 48, -26)
                        .closed();
        canvas.thing(
                brim,
                Tint.light(STRAW, 0.2),
                inside -> {
                    inside.line(
                            Sketch.at(-w - 38, -31)
                                    .curve(-w - 10, -40, -40, -43, lean, -44)
                                    .curve(40, -43, w + 10, -40, w + 38, -31)
                                    .open(),
                            weave,
                            2.4);
                    rightShade(inside, STRAW);
                });
    }

    private void headband() {
        double side = sitter.turned() && lean > 0 ? -1 : 1;
        AffineTransform flip = AffineTransform.getScaleInstance(side, 1);
        for (double[] tail : new double[][] {{30, -6}, {20, 14}}) {
            double x = half + 2;
            Shape end =
                    Sketch.at(x, -38)
                            .curve(x + 14, -42, x + 20, -30, x + tail[0], tail[1])
                            .line(x + tail[0] - 12, tail[1] + 4)
                            .curve(x + 10, -16, x + 6, -24, x - 2, -28)
                            .closed();
            canvas.thing(flip.createTransformedShape(end), Tint.dark(color, 0.18));
        }
        canvas.thing(
                band(-27, 17, 9, half + 5),
                color,
                inside -> {
                    rightShade(inside, color);
                    Color mark = Tint.mix(color, new Color(0xfff0c8), 0.62);
                    for (double x = -36; x <= 36; x += 18) {
                        double y = -44.5 + x * x * 0.0058;
                        inside.detail(sitter.turn().seen(Sketch.circle(x, y, 4.2)), mark);
                    }
                });
        canvas.thing(Sketch.oval(side * (half + 5), -36, 8, 9), color);
    }

    private void wreath() {
        int count = 7;
        for (int i = 0; i < 12; i++) {
            double t = -1 + 2.0 * i / 11;
            double x = t * (half + 6) + lean * (1 - t * t);
            double y = -58 + 28 * t * t + (i % 2 == 0 ? -8 : 6);
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(1, t + (i % 2 == 0 ? -0.9 : 0.9));
            Shape leaf = Sketch.at(-13, 0).bend(0, -10, 13, 0).bend(0, 10, -13, 0).closed();
            canvas.thing(
                    place.createTransformedShape(leaf), i % 2 == 0 ? LEAF : Tint.dark(LEAF, 0.2));
        }
        for (int i = 0; i < count; i++) {
            double t = -1 + 2.0 * i / (count - 1);
            double x = t * (half + 3) + lean * (1 - t * t);
            double y = -60 + 27 * t * t;
            flower(canvas, x, y, i % 2 == 0 ? 13 : 10.5, i % 2 == 0 ? color : BLOSSOM);
        }
    }

    /** A blossom of five petals. */
    static void flower(Canvas canvas, double x, double y, double radius, Color petals) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double angle = Math.PI * (0.4 * i - 0.5);
            shapes.add(
                    Sketch.circle(
                            x + radius * 0.58 * StrictMath.cos(angle),
                            y + radius * 0.58 * StrictMath.sin(angle),
                            radius * 0.52));
        }
        canvas.things(shapes, petals);
        canvas.detail(Sketch.circle(x, y, radius * 0.36), isYellow(petals) ? RUST : POLLEN);
    }

    private static boolean isYellow(Color color) {
        return color.getRed() > 220 && color.getGreen() > 170 && color.getBlue() < 120;
    }

    private void beret() {
        double side = sitter.turn().amount() > 0.5 ? 1 : -1;
        AffineTransform flip = AffineTransform.getScaleInstance(side, 1);
        double w = half + 8;
        Shape stem = Sketch.at(8, -110).bend(12, -118, 8, -126).open();
        canvas.line(flip.createTransformedShape(stem), Tint.dark(color, 0.4), 6);
        Shape blob =
                Sketch.at(-w + 6, -30)
                        .curve(-w - 18, -56, -w + 10, -104, 0, -112)
                        .curve(44, -120, w + 38, -92, w + 26, -50)
                        .curve(w + 22, -32, w + 2, -30, w - 6, -36)
                        .bend(0, -62, -w + 6, -30)
                        .closed();
        canvas.thing(
                flip.createTransformedShape(blob),
                color,
                inside -> {
                    rightShade(inside, color);
                    Shape gleam =
                            Sketch.at(-w * 0.7, -66)
                                    .curve(-w * 0.5, -88, -w * 0.1, -98, w * 0.25, -100)
                                    .curve(0, -90, -w * 0.4, -80, -w * 0.7, -66)
                                    .closed();
                    inside.shade(
                            flip.createTransformedShape(gleam),
                            Tint.veil(Tint.light(color, 0.6), 0.5));
                });
        Color rim = Tint.dark(color, 0.3);
        canvas.thing(band(-27, 11, 10, half + 5), rim);
    }
}
