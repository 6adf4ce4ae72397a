package atelier.engine.mask;

/** The size at which a network sees a picture. */
record MattingSize(int width, int height) {

    /** What MODNet was trained at. */
    private static final int SHORTER = 512;

    private static final int GRAIN = 32;

    /** A picture stretched to a square. */
    static MattingSize square(int side) {
        return new MattingSize(side, side);
    }

    /**
     * As MODNet's authors do it: pictures whose sides are all shorter or all longer than what it
     * was trained at are brought to it by their shorter side, others stay; then each side goes down
     * to a multiple of 32.
     */
    static MattingSize ofModNet(int width, int height) {
        int shorter = Math.min(width, height);
        boolean stays = shorter <= SHORTER && Math.max(width, height) >= SHORTER;
        double scale = stays ? 1 : (double) SHORTER / shorter;
        return new MattingSize(grained(width * scale), grained(height * scale));
    }

    private static int grained(double length) {
        return Math.max(GRAIN, (int) length / GRAIN * GRAIN);
    }
}
