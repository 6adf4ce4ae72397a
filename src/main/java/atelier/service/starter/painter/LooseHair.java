package atelier.service.starter.painter;

import java.awt.Color;
import java.awt.Shape;

/** Hair that hangs down: a bob with a fringe, and long hair parted in the middle. */
final class LooseHair {

    private LooseHair() {}

    static void bobBack(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        Shape back =
                Sketch.at(0, -86)
                        .curve(46, -86, a + 18, -52, a + 16, 0)
                        .curve(a + 17, 34, a + 18, 56, a + 8, 74)
                        .bend(0, 84, 0, 84)
                        .mirrored();
        canvas.thing(back, Tint.dark(sitter.hair(), 0.26));
    }

    static void bobFront(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        HeadTurn turn = sitter.turn();
        Shape front =
                Sketch.at(0, -89)
                        .curve(44, -89, a + 19, -54, a + 15, 2)
                        .curve(a + 15, 34, a + 15, 56, a + 4, 70)
                        .curve(a - 8, 66, a - 6, 40, turn.x(a - 7), 10)
                        .curve(turn.x(a - 7), -8, turn.x(a - 9), -20, turn.x(a - 13), -32)
                        .curve(turn.x(20), -27, turn.x(-20), -27, turn.x(-a + 13), -32)
                        .curve(turn.x(-a + 9), -20, turn.x(-a + 7), -8, turn.x(-a + 7), 10)
                        .curve(-a + 6, 40, -a + 8, 66, -a - 4, 70)
                        .curve(-a - 15, 56, -a - 15, 34, -a - 15, 2)
                        .curve(-a - 19, -54, -44, -89, 0, -89)
                        .closed();
        canvas.thing(
                front,
                sitter.hair(),
                inside -> {
                    HairCap.lights(sitter, inside);
                    Color strand = Tint.veil(Tint.dark(sitter.hair(), 0.4), 0.6);
                    for (double x : new double[] {-22, -4, 15}) {
                        inside.line(
                                turn.seen(Sketch.at(x, -30).bend(x + 1, -40, x * 0.8, -50).open()),
                                strand,
                                2.4);
                    }
                });
    }

    static void longBack(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        Shape back =
                Sketch.at(0, -84)
                        .curve(46, -84, a + 18, -52, a + 14, 0)
                        .curve(a + 14, 50, a + 30, 90, a + 24, 150)
                        .bend(a + 6, 164, 30, 152)
                        .bend(14, 164, 0, 156)
                        .mirrored();
        canvas.thing(back, Tint.dark(sitter.hair(), 0.26));
    }

    static void longFront(Sitter sitter, Canvas canvas) {
        double a = sitter.head().half();
        HeadTurn turn = sitter.turn();
        double part = turn.x(-5);
        Shape front =
                Sketch.at(0, -89)
                        .curve(44, -89, a + 16, -56, a + 12, 0)
                        .curve(a + 10, 40, a + 26, 84, a + 15, 138)
                        .curve(a + 2, 128, a - 16, 100, a - 8, 62)
                        .curve(a - 2, 40, turn.x(a - 2), 20, turn.x(a - 5), 4)
                        .curve(turn.x(a - 8), -26, turn.x(14), -44, part, -62)
                        .curve(turn.x(-22), -44, turn.x(-a + 8), -30, turn.x(-a + 5), 4)
                        .curve(turn.x(-a + 2), 20, -a + 2, 40, -a + 8, 62)
                        .curve(-a + 16, 100, -a - 2, 128, -a - 15, 138)
                        .curve(-a - 26, 84, -a - 10, 40, -a - 12, 0)
                        .curve(-a - 16, -56, -44, -89, 0, -89)
                        .closed();
        canvas.thing(
                front,
                sitter.hair(),
                inside -> {
                    HairCap.lights(sitter, inside);
                    Color strand = Tint.veil(Tint.dark(sitter.hair(), 0.4), 0.6);
                    inside.line(
                            Sketch.at(part, -60).bend(part, -76, part * 0.6, -90).open(),
                            strand,
                            2.6);
                    Color light = Tint.veil(Tint.light(sitter.hair(), 0.4), 0.6);
                    for (int side = -1; side <= 1; side += 2) {
                        inside.line(
                                Sketch.at(side * (a + 3), 30)
                                        .curve(
                                                side * (a + 2),
                                                60,
                                                side * (a + 12),
                                                84,
                                                side * (a + 10),
                                                116)
                                        .open(),
                                light,
                                3.2);
                    }
                });
    }
}
