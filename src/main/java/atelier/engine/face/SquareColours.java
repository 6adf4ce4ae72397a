package atelier.engine.face;

/** The colours of a restored square; beyond its edges they go on as they end. */
final class SquareColours implements ColourSource {

    private static final double HALF = 127.5;

    private final float[] planes;
    private final int side;

    /**
     * @param planes [3, side, side], red, green, blue from −1 to 1; what lies beyond is cut off
     */
    SquareColours(float[] planes, int side) {
        this.planes = planes;
        this.side = side;
    }

    @Override
    public void add(double x, double y, double[] sum) {
        double u = Math.clamp(x, 0, side - 1.0);
        double v = Math.clamp(y, 0, side - 1.0);
        int left = Math.min((int) u, side - 2);
        int top = Math.min((int) v, side - 2);
        double right = u - left;
        double down = v - top;
        int place = top * side + left;
        for (int i = 0; i < sum.length; i++) {
            sum[i] +=
                    (1 - down) * ((1 - right) * level(place) + right * level(place + 1))
                            + down
                                    * ((1 - right) * level(place + side)
                                            + right * level(place + side + 1));
            place += side * side;
        }
    }

    private double level(int place) {
        return (Math.clamp(planes[place], -1f, 1f) + 1) * HALF;
    }
}
