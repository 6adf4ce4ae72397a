package atelier.engine.clip;

import atelier.engine.weights.ShapeTable;
import java.util.List;
import java.util.SequencedMap;

/**
 * The sizes of a picture tower: a residual network (He et al., arXiv 1603.05027) whose levels each
 * have a lower resolution, means over the cells of a grid at its end, and one projection for each
 * text encoder.
 *
 * @param side of the pictures, in pixels
 * @param stride how many times lower the first level's resolution is, 2 or 4; each other level's is
 *     half of that of the one before
 * @param channels of each level
 * @param blocks residual blocks of each level
 * @param groups of the norms; divides all channels
 * @param grid cells of a side at the end: 1 for the mean over the whole picture; more where it
 *     matters in which part of it something is. Divides the side of the last level
 * @param projections width of each embedding
 */
public record PictureTowerConfig(
        int side,
        int stride,
        List<Integer> channels,
        List<Integer> blocks,
        int groups,
        int grid,
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
                || (stride != 2 && stride != 4)
                || grid < 1
                || side % (grid * (stride << (channels.size() - 1))) != 0
                || channels.stream().anyMatch(count -> count % used != 0)) {
            throw new IllegalArgumentException(
                    "a picture tower of side %d, stride %d, channels %s, blocks %s, %d groups and a grid of %d"
                            .formatted(side, stride, channels, blocks, groups, grid));
        }
    }

    /** Names and shapes of all weights, in order. */
    public SequencedMap<String, List<Long>> shapes() {
        ShapeTable table = new ShapeTable();
        int before = COLOURS;
        for (int level = 0; level < channels.size(); level++) {
            int width = channels.get(level);
            table.convolution(reduction(level), width, before, kernel(level));
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
            table.tensor(
                    projection(i) + ".weight", projections.get(i), (long) before * grid * grid);
        }
        return table.shapes();
    }

    /** How many times lower the resolution of a level is than that of the one before. */
    int stride(int level) {
        return level == 0 ? stride : 2;
    }

    /** Side of the kernel that leads to a level. */
    int kernel(int level) {
        return 2 * stride(level) - 1;
    }

    /** The convolution that leads to a level. */
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
