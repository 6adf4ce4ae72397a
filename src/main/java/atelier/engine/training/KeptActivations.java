package atelier.engine.training;

import atelier.engine.weights.UNetConfig;

/**
 * Estimates what a training step keeps in memory for its way back. Where that is written out it is
 * the blocks' outputs and what each asks for; elsewhere a record keeps about ten numbers for each
 * place and channel of a residual block and thirty of a transformer block.
 *
 * @param writtenOut whether the way back of all blocks that are trained is written out
 * @param checkpointed whether parts are computed again there, to keep less
 */
public record KeptActivations(boolean writtenOut, boolean checkpointed) {

    private static final long RECORDED_RESIDUAL = 10;
    private static final long RECORDED_TRANSFORMER = 30;

    /**
     * What the way back of a transformer block asks for: queries, keys, values and results of the
     * first attention, queries and results of the second, what each is added to, and both halves of
     * the feed-forward layer, four times as wide each.
     */
    private static final long TRANSFORMER = 16;

    /** The same without queries, keys, values and halves. */
    private static final long SPARING_TRANSFORMER = 4;

    /** The keys and values of the text. */
    private static final long OF_THE_TEXT = 2;

    private static final long TOKENS = 77;

    /** Before and after a level's transformer blocks there is a projection each. */
    private static final long PROJECTIONS = 2;

    /**
     * The bytes kept.
     *
     * @param height of the latents
     * @param width of the latents
     * @param bytes of a number
     */
    public long bytes(UNetConfig unet, int batch, int height, int width, int bytes) {
        long numbers = 0;
        long largest = 0;
        for (int level = 0; level < unet.levels(); level++) {
            Level of = new Level(unet, level, height, width);
            numbers += writtenOut ? writtenOut(of) : checkpointed ? of.outputs() : recorded(of);
            largest =
                    Math.max(
                            largest,
                            of.values()
                                    * (of.depth == 0 ? RECORDED_RESIDUAL : RECORDED_TRANSFORMER));
        }
        // Of one block at a time everything is recorded.
        return (!writtenOut && checkpointed ? numbers + largest : numbers) * batch * bytes;
    }

    private static long recorded(Level of) {
        return of.values()
                * (RECORDED_RESIDUAL * of.residuals() + RECORDED_TRANSFORMER * of.blocks());
    }

    private long writtenOut(Level of) {
        long each = checkpointed ? SPARING_TRANSFORMER : TRANSFORMER;
        return of.outputs()
                // The middle of each residual block.
                + of.values() * of.residuals()
                + of.blocks() * (each * of.values() + OF_THE_TEXT * TOKENS * of.channels);
    }

    /** A level of the network, on the way down and up, with the middle at the innermost. */
    private static final class Level {

        private final int depth;
        private final long channels;
        private final long places;
        private final int middle;
        private final int layers;

        private Level(UNetConfig unet, int level, int height, int width) {
            this.depth = unet.transformerDepths().get(level);
            this.channels = unet.blockOutChannels().get(level);
            this.places = (long) (height >> level) * (width >> level);
            this.middle = level == unet.levels() - 1 ? 1 : 0;
            this.layers = 2 * unet.layersPerBlock() + 1;
        }

        /** Numbers of an array for one picture. */
        private long values() {
            return places * channels;
        }

        private long residuals() {
            return layers + 2L * middle;
        }

        /** Transformer blocks. */
        private long blocks() {
            return (long) (layers + middle) * depth;
        }

        /** Numbers that the blocks give, each once. */
        private long outputs() {
            long transformers = depth == 0 ? 0 : (layers + middle) * (depth + PROJECTIONS);
            return values() * (residuals() + transformers);
        }
    }
}
