package atelier.engine.clip;

import atelier.engine.onnx.OnnxAttribute;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxLayers;
import atelier.engine.weights.FloatTensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes a picture tower as ONNX, for one of its projections. The numbers are rounded to fp16 and
 * computed with in fp32.
 */
public final class PictureTowerOnnx {

    /** What goes in: [batch, 3, side, side], normalised as CLIP's. */
    public static final String PICTURES = "pixel_values";

    /** What comes out: [batch, projection], of any length. */
    public static final String EMBEDDINGS = "image_embeds";

    private static final int COLOURS = 3;
    private static final float EPSILON = 1e-5f;

    private final PictureTowerConfig config;
    private final OnnxGraph graph = new OnnxGraph("picture_tower");
    private final OnnxLayers layers;

    private PictureTowerOnnx(PictureTowerConfig config, Map<String, FloatTensor> weights) {
        this.config = config;
        this.layers = new OnnxLayers(graph, weights);
    }

    /**
     * Puts the graph together.
     *
     * @param weights every tensor of the tower by its name
     * @param head number of the projection
     */
    public static OnnxGraph of(
            PictureTowerConfig config, Map<String, FloatTensor> weights, int head) {
        return new PictureTowerOnnx(config, weights).build(head);
    }

    private OnnxGraph build(int head) {
        int side = config.side();
        graph.reals("ones", filled(1));
        graph.reals("zeros", filled(0));
        graph.wholes("grouped", 0, config.groups(), -1);
        String x = graph.input(PICTURES, COLOURS, side, side);
        for (int level = 0; level < config.channels().size(); level++) {
            side /= config.stride(level);
            long channels = config.channels().get(level);
            graph.wholes("shape" + level, 0, channels, side, side);
            x =
                    layers.convolution(
                            PictureTowerConfig.reduction(level),
                            x,
                            config.kernel(level),
                            config.stride(level));
            for (int i = 0; i < config.blocks().get(level); i++) {
                String block = PictureTowerConfig.block(level, i);
                String half = residualHalf(block, 1, level, x);
                half = residualHalf(block, 2, level, half);
                x = graph.node("Add", block, List.of(half, x));
            }
        }
        x = activated("norm_out", config.channels().size() - 1, x);
        long cell = side / config.grid();
        x =
                graph.node(
                        "AveragePool",
                        "means",
                        List.of(x),
                        OnnxAttribute.wholes("kernel_shape", cell, cell),
                        OnnxAttribute.wholes("strides", cell, cell));
        x = graph.node("Flatten", "seen", List.of(x));
        graph.node(
                "Gemm",
                EMBEDDINGS,
                List.of(x, layers.weight(PictureTowerConfig.projection(head) + ".weight")),
                OnnxAttribute.whole("transB", 1));
        graph.output(EMBEDDINGS, config.projections().get(head));
        return graph;
    }

    private String residualHalf(String block, int half, int level, String x) {
        String ready = activated(block + ".norm" + half, level, x);
        return layers.convolution(block + ".conv" + half, ready, 3, 1);
    }

    /**
     * A group norm and SiLU. ONNX has the norm of single channels, so each group is made one
     * channel for it.
     */
    private String activated(String norm, int level, String x) {
        String groups = graph.node("Reshape", norm + ".groups", List.of(x, "grouped"));
        String even =
                graph.node(
                        "InstanceNormalization",
                        norm + ".even",
                        List.of(groups, "ones", "zeros"),
                        OnnxAttribute.real("epsilon", EPSILON));
        String shaped = graph.node("Reshape", norm + ".shaped", List.of(even, "shape" + level));
        String scaled =
                graph.node("Mul", norm + ".scaled", List.of(shaped, channels(norm + ".weight")));
        String y = graph.node("Add", norm, List.of(scaled, channels(norm + ".bias")));
        String gate = graph.node("Sigmoid", norm + ".gate", List.of(y));
        return graph.node("Mul", norm + ".silu", List.of(y, gate));
    }

    /** A number for each channel, as an array that is added to each place. */
    private String channels(String name) {
        FloatTensor numbers = layers.numbers(name);
        long count = numbers.values().length;
        return graph.weight(name, new FloatTensor(List.of(count, 1L, 1L), numbers.values()));
    }

    private float[] filled(float value) {
        float[] numbers = new float[config.groups()];
        Arrays.fill(numbers, value);
        return numbers;
    }
}
