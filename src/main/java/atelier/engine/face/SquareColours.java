package atelier.engine.face;

/** The colours of a restored square; beyond its edges they go on as they end. */
final class SquareColours implements ColourSource {

    private static final float HALF = 127.5f;

    private final float[] levels;
    private final int side;

    /**
     * @param planes [3, side, side], red, green, blue from −1 to 1; what lies beyond is cut off
     */
    SquareColours(float[] planes, int side) {
        this.levels = new float[planes.length];
        for (int i = 0; i < planes.length; i++) {
            levels[i] = (Math.clamp(planes[i], -1f, 1f) + 1) * HALF;
        }
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
            double upper = between(place, right);
            sum[i] += upper + down * (between(place + side, right) - upper);
            place += side * side;
        }
    }

    private double between(int place, double share) {
        return levels[place] + share * (levels[place + 1] - levels[place]);
    }
}
