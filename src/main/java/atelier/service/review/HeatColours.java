package atelier.service.review;

/**
 * Colours for amounts, from dark to bright through purple and orange: the map "magma" (van der Walt
 * and Smith 2015), whose lightness grows evenly, so that it is read without colours, too.
 */
public final class HeatColours {

    private static final int[] STEPS = {
        0x000004, 0x180f3d, 0x440f76, 0x721f81, 0x9e2f7f, 0xcd4071, 0xf1605d, 0xfd9668, 0xfeca8d,
        0xfcfdbf
    };
    private static final int CHANNEL = 255;

    private HeatColours() {}

    /**
     * The colour of an amount.
     *
     * @param amount from 0 to 1; what is beyond is taken for these
     * @return 0xRRGGBB
     */
    public static int of(double amount) {
        double place = Math.clamp(amount, 0, 1) * (STEPS.length - 1);
        int below = Math.min((int) place, STEPS.length - 2);
        double share = place - below;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = STEPS[below] >> shift & CHANNEL;
            int to = STEPS[below + 1] >> shift & CHANNEL;
            colour |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return colour;
    }
}
