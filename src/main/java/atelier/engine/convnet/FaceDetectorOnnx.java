package atelier.engine.convnet;

import atelier.engine.onnx.OnnxAttribute;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxLayers;
import atelier.engine.weights.FloatTensor;
import java.util.List;
import java.util.Map;

/**
 * Writes a detector of faces as ONNX, with inputs and outputs as YuNet of March 2023 has them: for
 * each stride how well the box fits, whether there is a face, the box and the marks. The numbers
 * are rounded to fp16 and computed with in fp32.
 */
public final class FaceDetectorOnnx {

    /** What goes in: [batch, 3, side, side], blue, green and red from 0 to 255. */
    private static final String INPUT = "input";

    private static final int COLOURS = 3;
    private static final int KERNEL = 3;
    private static final float HALF = 127.5f;

    private final FaceDetectorConfig config;
    private final int side;
    private final OnnxGraph graph = new OnnxGraph("face_detector");
    private final OnnxLayers layers;
    private final LevelsOnnx levels;

    private FaceDetectorOnnx(
            FaceDetectorConfig config, int side, Map<String, FloatTensor> weights) {
        this.config = config;
        this.side = side;
        this.layers = new OnnxLayers(graph, weights);
        this.levels = new LevelsOnnx(graph, layers, config.levels());
    }

    /**
     * Puts the graph together.
     *
     * @param side of the pictures, a multiple of 32
     * @param weights every tensor of the network by its name
     */
    public static OnnxGraph of(
            FaceDetectorConfig config, int side, Map<String, FloatTensor> weights) {
        return new FaceDetectorOnnx(config, side, weights).build();
    }

    private OnnxGraph build() {
        String pictures = graph.input(INPUT, COLOURS, side, side);
        graph.reals("half", HALF);
        graph.reals("one", 1);
        String scaled = graph.node("Div", "scaled", List.of(pictures, "half"));
        List<String> seen = levels.levels(graph.node("Sub", "centred", List.of(scaled, "one")));
        String[] told = new String[FaceGrid.STRIDES.size()];
        String x = seen.getLast();
        for (int level = seen.size() - 1; level >= config.firstLevel(); level--) {
            x = level == seen.size() - 1 ? x : levels.up(level, x, seen.get(level));
            told[level - config.firstLevel()] = head(level, x);
        }
        Field.addTo(graph);
        // Outputs are told by their place: of one kind all strides, the finest first.
        for (Field field : Field.values()) {
            for (int i = 0; i < told.length; i++) {
                field.output(graph, told[i], FaceGrid.STRIDES.get(i), side);
            }
        }
        return graph;
    }

    /** What a level tells: [batch, cells, 16]. */
    private String head(int level, String x) {
        String hidden =
                levels.rectified(
                        layers.convolution(FaceDetectorConfig.hidden(level), x, KERNEL, 1));
        String maps = layers.convolution(FaceDetectorConfig.told(level), hidden, 1, 1);
        String last =
                graph.node(
                        "Transpose",
                        maps + ".last",
                        List.of(maps),
                        OnnxAttribute.wholes("perm", 0, 2, 3, 1));
        String shape = graph.wholes(maps + ".shape", 0, -1, FaceGrid.CHANNELS);
        return graph.node("Reshape", maps + ".cells", List.of(last, shape));
    }

    /** The parts of what a cell tells, in the order of its channels. */
    private enum Field {
        FIT("cls", 0, FaceGrid.FACE, true),
        FACE("obj", FaceGrid.FACE, FaceGrid.BOX, true),
        BOX("bbox", FaceGrid.BOX, FaceGrid.MARKS, false),
        MARKS("kps", FaceGrid.MARKS, FaceGrid.CHANNELS, false);

        private final String name;
        private final int begin;
        private final int end;
        private final boolean logit;

        Field(String name, int begin, int end, boolean logit) {
            this.name = name;
            this.begin = begin;
            this.end = end;
            this.logit = logit;
        }

        /** Adds where each begins and ends, and the axis that they lie on. */
        static void addTo(OnnxGraph graph) {
            graph.wholes("axis", 2);
            for (Field field : values()) {
                graph.wholes(field.name + ".begin", field.begin);
                graph.wholes(field.name + ".end", field.end);
            }
        }

        void output(OnnxGraph graph, String told, int stride, int side) {
            String result = name + "_" + stride;
            String part =
                    graph.node(
                            "Slice",
                            logit ? result + ".logit" : result,
                            List.of(told, name + ".begin", name + ".end", "axis"));
            if (logit) {
                graph.node("Sigmoid", result, List.of(part));
            }
            graph.output(result, FaceGrid.cells(side, stride), end - begin);
        }
    }
}
