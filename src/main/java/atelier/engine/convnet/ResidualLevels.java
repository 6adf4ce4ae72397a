package atelier.engine.convnet;

import atelier.engine.weights.ShapeTable;
import java.util.List;

/**
 * What looks at a picture in ever lower resolutions: levels of residual blocks without norms, as
 * norms take from pictures what their restoration needs (Lim et al., arXiv 1707.02921).
 *
 * @param stride how many times lower the first level's resolution is than the picture's, 2 or 4;
 *     each other level's is half of that of the one before
 * @param channels of each level
 * @param blocks residual blocks of each level
 */
public record ResidualLevels(int stride, List<Integer> channels, List<Integer> blocks) {

    private static final int COLOURS = 3;
    private static final int KERNEL = 3;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the sizes do not go together
     */
    public ResidualLevels {
        channels = List.copyOf(channels);
        blocks = List.copyOf(blocks);
        if (channels.isEmpty()
                || channels.size() != blocks.size()
                || (stride != 2 && stride != 4)
                || channels.stream().anyMatch(count -> count < 1)
                || blocks.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "levels of stride %d, channels %s and blocks %s"
                            .formatted(stride, channels, blocks));
        }
    }

    /** How many levels there are. */
    int count() {
        return channels.size();
    }

    /** How many times lower the resolution of a level is than the picture's. */
    public int reduction(int level) {
        return stride << level;
    }

    /** How many times lower the resolution of the last level is than the picture's. */
    public int reduction() {
        return reduction(count() - 1);
    }

    /** Adds the weights of all levels. */
    void addTo(ShapeTable table) {
        int before = COLOURS;
        for (int level = 0; level < count(); level++) {
            table.convolution(down(level) + ".conv", channels.get(level), before, kernel(level));
            addBlocks(table, down(level), level);
            before = channels.get(level);
        }
    }

    /**
     * Adds the weights of the way back up to a level: of each level that it comes to, a convolution
     * of what comes from below, and blocks over its sum with what that level saw on the way down.
     */
    void addWayUpTo(int first, ShapeTable table) {
        for (int level = count() - 2; level >= first; level--) {
            table.convolution(
                    up(level) + ".conv", channels.get(level), channels.get(level + 1), KERNEL);
            addBlocks(table, up(level), level);
        }
    }

    private void addBlocks(ShapeTable table, String name, int level) {
        long width = channels.get(level);
        for (int i = 0; i < blocks.get(level); i++) {
            for (int half = 1; half <= 2; half++) {
                table.convolution(block(name, i) + ".conv" + half, width, width, KERNEL);
            }
        }
    }

    /** Side of the kernel that leads to a level. */
    int kernel(int level) {
        return level == 0 ? 2 * stride - 1 : KERNEL;
    }

    /** What the names of a level's weights begin with. */
    static String down(int level) {
        return "levels." + level;
    }

    /** Likewise on the way back up. */
    static String up(int level) {
        return "ups." + level;
    }

    static String block(String level, int block) {
        return level + ".blocks." + block;
    }
}
