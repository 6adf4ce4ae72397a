package atelier.engine.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a UNet's structure as decides its names in the single-file layout.
 *
 * @param levels number of resolutions
 * @param layersPerBlock residual blocks per level on the way down
 * @param attention for each level, outermost first, whether it has attention
 */
record UNetStructure(int levels, int layersPerBlock, List<Boolean> attention) {

    private static final Pattern INPUT_BLOCK = Pattern.compile("input_blocks\\.(\\d{1,2})\\.");

    static UNetStructure of(UNetConfig config) {
        return new UNetStructure(
                config.levels(),
                config.layersPerBlock(),
                config.transformerDepths().stream().map(depth -> depth > 0).toList());
    }

    /**
     * The structure that the names of a single file speak of: each level but the last ends with a
     * downsampling convolution, and attention is the second module of a block.
     */
    static UNetStructure ofOriginalNames(Set<String> names) {
        int blocks = names.stream().mapToInt(UNetStructure::inputBlock).max().orElse(0) + 1;
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < blocks; i++) {
            if (names.contains("input_blocks." + i + ".0.op.weight")) {
                ends.add(i);
            }
        }
        int layers = Math.max(1, ends.isEmpty() ? blocks - 1 : ends.getFirst() - 1);
        int levels = ends.size() + 1;
        List<Boolean> attention = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            attention.add(
                    names.contains(
                            "input_blocks." + ((layers + 1) * level + 1) + ".1.proj_in.weight"));
        }
        return new UNetStructure(levels, layers, List.copyOf(attention));
    }

    private static int inputBlock(String name) {
        Matcher matcher = INPUT_BLOCK.matcher(name);
        return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
