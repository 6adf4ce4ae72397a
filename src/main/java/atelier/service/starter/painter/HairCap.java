package atelier.service.starter.painter;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** The hair that covers a skull: an outer line around the head, an inner one along the forehead. */
final class HairCap {

    private HairCap() {}

    /**
     * A cap of hair.
     *
     * @param sitter whose
     * @param volume how far it stands off the skull
     * @param low where its ends are, before the ears
     * @param hairline from the right temple to the left one, on the face as seen from the front
     */
    static Shape of(Sitter sitter, double volume, double low, Sketch hairline) {
        double a = sitter.head().half();
        double top = -68 - volume;
        Path2D path =
                Sketch.at(-a - 2, low)
                        .curve(-a - 5 - volume * 0.5, -52, -38, top, 0, top)
                        .curve(38, top, a + 5 + volume * 0.5, -52, a + 2, low)
                        .open();
        path.append(sitter.turn().seen(hairline.open(), a - 3), true);
        path.closePath();
        return path;
    }

    /** A cap's shade on the right and its gleam on the left. */
    static void lights(Sitter sitter, Canvas inside) {
        Color hair = sitter.hair();
        double a = sitter.head().half();
        Shape shadow =
                Sketch.at(a * 0.35, -110)
                        .curve(a * 0.95, -70, a * 0.9, -30, a * 0.72, 60)
                        .line(a + 40, 60)
                        .line(a + 40, -110)
                        .closed();
        inside.shade(shadow, Tint.veil(Tint.dark(hair, 0.5), 0.42));
        gleam(inside, hair, a);
    }

    /** A band of light across the hair. */
    private static void gleam(Canvas inside, Color hair, double a) {
        Shape band =
                Sketch.at(-a * 0.86, -42)
                        .curve(-a * 0.66, -62, -a * 0.3, -72, a * 0.08, -73)
                        .curve(-a * 0.2, -65, -a * 0.52, -54, -a * 0.86, -42)
                        .closed();
        inside.shade(band, Tint.veil(Tint.light(hair, 0.62), 0.55));
    }
}
