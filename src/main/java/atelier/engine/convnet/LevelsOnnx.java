package atelier.engine.convnet;

import atelier.engine.onnx.OnnxAttribute;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxLayers;
import java.util.ArrayList;
import java.util.List;

/** Puts levels and the way back up from them into a graph. */
final class LevelsOnnx {

    private static final int KERNEL = 3;
    private static final String DOUBLED = "doubled";

    /** What an operator gets in place of an input that it can do without. */
    private static final String NOTHING = "";

    private final OnnxGraph graph;
    private final OnnxLayers layers;
    private final ResidualLevels sizes;

    LevelsOnnx(OnnxGraph graph, OnnxLayers layers, ResidualLevels sizes) {
        this.graph = graph;
        this.layers = layers;
        this.sizes = sizes;
        graph.reals(DOUBLED, 1, 1, 2, 2);
    }

    /** What each level sees, the first one first. */
    List<String> levels(String pictures) {
        List<String> seen = new ArrayList<>();
        String x = pictures;
        for (int level = 0; level < sizes.count(); level++) {
            String name = ResidualLevels.down(level);
            long stride = level == 0 ? sizes.stride() : 2;
            String reduced = layers.convolution(name + ".conv", x, sizes.kernel(level), stride);
            x = blocks(name, level, rectified(reduced));
            seen.add(x);
        }
        return seen;
    }

    /** What comes from the level below, and what this one saw on the way down. */
    String up(int level, String below, String seen) {
        String name = ResidualLevels.up(level);
        String larger = graph.node("Resize", name + ".larger", List.of(below, NOTHING, DOUBLED));
        String come = rectified(layers.convolution(name + ".conv", larger, KERNEL, 1));
        return blocks(name, level, graph.node("Add", name + ".sum", List.of(come, seen)));
    }

    String rectified(String x) {
        return graph.node("Relu", x + ".relu", List.of(x));
    }

    private String blocks(String name, int level, String input) {
        String x = input;
        for (int i = 0; i < sizes.blocks().get(level); i++) {
            String block = ResidualLevels.block(name, i);
            String half = layers.convolution(block + ".conv1", x, KERNEL, 1);
            String change = layers.convolution(block + ".conv2", rectified(half), KERNEL, 1);
            x = graph.node("Add", block, List.of(x, change));
        }
        return x;
    }

    /** Brings what each place tells of its pixels to them. */
    String spread(String name, String x) {
        return graph.node(
                "DepthToSpace",
                name,
                List.of(x),
                OnnxAttribute.whole("blocksize", sizes.stride()),
                OnnxAttribute.text("mode", "CRD"));
    }
}
