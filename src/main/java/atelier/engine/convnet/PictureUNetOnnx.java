package atelier.engine.convnet;

import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxLayers;
import atelier.engine.weights.FloatTensor;
import java.util.List;
import java.util.Map;

/**
 * Writes a U-Net over pictures as ONNX. The numbers are rounded to fp16 and computed with in fp32.
 */
public final class PictureUNetOnnx {

    /** What goes in: [batch, 3, side, side], as it was trained. */
    private static final String INPUT = "input";

    private static final int COLOURS = 3;
    private static final int KERNEL = 3;

    private PictureUNetOnnx() {}

    /**
     * Puts the graph together.
     *
     * @param weights every tensor of the network by its name
     * @param result the name of what comes out: the changed pictures [batch, 3, side, side], or
     *     shares from 0 to 1 [batch, 1, side, side]
     */
    public static OnnxGraph of(
            PictureUNetConfig config, Map<String, FloatTensor> weights, String result) {
        OnnxGraph graph = new OnnxGraph("picture_unet");
        OnnxLayers layers = new OnnxLayers(graph, weights);
        LevelsOnnx levels = new LevelsOnnx(graph, layers, config.levels());
        String pictures = graph.input(INPUT, COLOURS, config.side(), config.side());
        List<String> seen = levels.levels(pictures);
        String x = seen.getLast();
        for (int level = seen.size() - 2; level >= 0; level--) {
            x = levels.up(level, x, seen.get(level));
        }
        String told =
                levels.spread("told", layers.convolution(PictureUNetConfig.HEAD, x, KERNEL, 1));
        switch (config.output()) {
            case CHANGE -> graph.node("Add", result, List.of(pictures, told));
            case SHARE -> graph.node("Sigmoid", result, List.of(told));
        }
        graph.output(result, config.output().channels(), config.side(), config.side());
        return graph;
    }
}
