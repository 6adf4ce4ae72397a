package atelier.engine.clip;

import atelier.engine.weights.ShapeTable;
import java.util.List;
import java.util.SequencedMap;

/**
 * The sizes of a picture tower: a residual network (He et al., arXiv 1603.05027) whose levels each
 * halve the resolution, the mean over all places at its end, and one projection for each text
 * encoder.
 *
 * @param side of the pictures, in pixels; 2 to the number of levels divides it
 * @param channels of each level
 * @param blocks residual blocks of each level
 * @param groups of the norms; divides all channels
 * @param projections width of each embedding
 */
public record PictureTowerConfig(
        int side,
        List<Integer> channels,
        List<Integer> blocks,
        int groups,
        List<Integer> projections) {

    private static final int COLOURS = 3;
    private static final int KERNEL = 3;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the sizes do not go together
     */
    public PictureTowerConfig {
        channels = List.copyOf(channels);
        blocks = List.copyOf(blocks);
        projections = List.copyOf(projections);
        int used = groups;
        if (channels.size() != blocks.size()
                || side % (1 << channels.size()) != 0
                || channels.stream().anyMatch(count -> count % used != 0)) {
            throw new IllegalArgumentException(
                    "a picture tower of side %d, channels %s, blocks %s and %d groups"
                            .formatted(side, channels, blocks, groups));
        }
    }

    /** Names and shapes of all weights, in order. */
    public SequencedMap<String, List<Long>> shapes() {
        ShapeTable table = new ShapeTable();
        int before = COLOURS;
        for (int level = 0; level < channels.size(); level++) {
            int width = channels.get(level);
            table.convolution(reduction(level), width, before, KERNEL);
            for (int i = 0; i < blocks.get(level); i++) {
                String block = block(level, i);
                for (int half = 1; half <= 2; half++) {
                    table.norm(block + ".norm" + half, width);
                    table.convolution(block + ".conv" + half, width, width, KERNEL);
                }
            }
            before = width;
        }
        table.norm("norm_out", before);
        for (int i = 0; i < projections.size(); i++) {
            table.tensor(projection(i) + ".weight", projections.get(i), before);
        }
        return table.shapes();
    }

    /** The convolution that leads to a level, at half the resolution. */
    static String reduction(int level) {
        return "levels." + level + ".conv";
    }

    static String block(int level, int block) {
        return "levels." + level + ".blocks." + block;
    }

    static String projection(int head) {
        return "projections." + head;
    }
}
