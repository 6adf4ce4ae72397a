package atelier.engine.convnet;

import atelier.engine.weights.ShapeTable;
import java.util.List;
import java.util.SequencedMap;

/**
 * The sizes of a U-Net over pictures (Ronneberger et al., arXiv 1505.04597) that ends in the
 * picture's own resolution, by sub-pixel convolution (Shi et al., arXiv 1609.05158).
 *
 * @param side of the pictures in pixels, divisible by the reduction of the last level
 * @param levels on the way down; on the way up there is the same once more
 * @param output what comes out
 */
public record PictureUNetConfig(int side, ResidualLevels levels, Output output) {

    /** The last layer. */
    static final String HEAD = "head";

    private static final int KERNEL = 3;

    /** What comes out of it for each pixel. */
    public enum Output {
        /** What is to be added to its three colours. */
        CHANGE(3),
        /** How much of it belongs to what is looked for, as a logit. */
        SHARE(1);

        private final int channels;

        Output(int channels) {
            this.channels = channels;
        }

        /** Numbers for each pixel. */
        public int channels() {
            return channels;
        }
    }

    /**
     * Checks the side.
     *
     * @throws IllegalArgumentException if the levels do not divide it
     */
    public PictureUNetConfig {
        if (side < 1 || side % levels.reduction() != 0) {
            throw new IllegalArgumentException(
                    "a side of %d, reduced %d times".formatted(side, levels.reduction()));
        }
    }

    /** Names and shapes of all weights, in order. */
    public SequencedMap<String, List<Long>> shapes() {
        ShapeTable table = new ShapeTable();
        levels.addTo(table);
        levels.addWayUpTo(0, table);
        long stride = levels.stride();
        table.convolution(
                HEAD, output.channels() * stride * stride, levels.channels().getFirst(), KERNEL);
        return table.shapes();
    }
}
