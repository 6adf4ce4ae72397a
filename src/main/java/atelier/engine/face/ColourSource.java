package atelier.engine.face;

/** Something that has a colour at any place, also between its pixels. */
interface ColourSource {

    /** A scale that is two but for rounding is two. */
    double ROUNDING = 1e-6;

    /**
     * Adds the colour of a place, interpolated linearly between its four neighbours.
     *
     * @param sum red, green and blue from 0 to 255
     */
    void add(double x, double y, double[] sum);

    /**
     * The colour of a pixel of another grid that lies over this one. Where it is at least two
     * pixels wide here, it is the mean of as many places within it.
     *
     * @param toHere from the other grid to this one
     * @param colour is filled with red, green and blue
     */
    default void of(double x, double y, Similarity toHere, double[] colour) {
        int places = Math.max(1, (int) (toHere.scale() + ROUNDING));
        colour[0] = 0;
        colour[1] = 0;
        colour[2] = 0;
        if (places == 1) {
            add(
                    toHere.a() * x - toHere.b() * y + toHere.right(),
                    toHere.b() * x + toHere.a() * y + toHere.down(),
                    colour);
            return;
        }
        for (int row = 0; row < places; row++) {
            double v = y + (row + 0.5) / places - 0.5;
            for (int column = 0; column < places; column++) {
                double u = x + (column + 0.5) / places - 0.5;
                add(
                        toHere.a() * u - toHere.b() * v + toHere.right(),
                        toHere.b() * u + toHere.a() * v + toHere.down(),
                        colour);
            }
        }
        for (int i = 0; i < colour.length; i++) {
            colour[i] /= (double) places * places;
        }
    }
}
