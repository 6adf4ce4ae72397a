package atelier.engine.restoration;

import atelier.engine.onnx.OnnxAttribute;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.TensorPort;
import atelier.engine.weights.FloatTensor;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Made-up faces, and a network of YuNet's inputs and outputs that finds them. A face is a square on
 * black whose upper half is red and whose lower half is blue. Each of the network's grids holds a
 * pattern of two strides' side, with black around it, against the picture; so upright faces of 16,
 * 32 and 64 pixels are found whose middle is that of a cell.
 */
public final class BandFaces {

    private static final int[] STRIDES = {8, 16, 32};

    /** The network's outputs, in its order, with how many numbers they have for each cell. */
    private static final SequencedMap<String, Long> WIDTHS = new LinkedHashMap<>();

    static {
        WIDTHS.put("cls_", 1L);
        WIDTHS.put("obj_", 1L);
        WIDTHS.put("bbox_", 4L);
        WIDTHS.put("kps_", 10L);
    }

    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;
    private static final int BLACK = 0xff000000;

    /** How sure the network is: 1 / (1 + exp(−20 (match − 0.55))). */
    private static final float STEEPNESS = 20;

    private static final float LEAST_MATCH = 0.55f;

    /** Where the marks are, in halves of a face from its upper left corner. */
    private static final double[][] MARKS = {
        {0.5, 0.7}, {1.5, 0.7}, {1, 1.1}, {0.6, 1.5}, {1.4, 1.5}
    };

    private final int width;
    private final int height;
    private final int[] argb;

    /** A black picture. */
    public BandFaces(int width, int height) {
        this.width = width;
        this.height = height;
        this.argb = new int[width * height];
        Arrays.fill(argb, BLACK);
    }

    /** Paints a face, as far as it lies in the picture. */
    public BandFaces face(int left, int top, int side) {
        for (int y = Math.max(0, top); y < Math.min(height, top + side); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + side); x++) {
                argb[y * width + x] = y < top + side / 2 ? RED : BLUE;
            }
        }
        return this;
    }

    public Bitmap picture() {
        return new Bitmap(width, height, argb);
    }

    /** Where the network says that the marks of such a face are. */
    public static FaceLandmarks marks(double left, double top, double side) {
        return FaceLandmarks.of(
                Arrays.stream(MARKS)
                        .map(mark ->
                                new FacePoint(left + mark[0] * side / 2, top + mark[1] * side / 2))
                        .toList());
    }

    /**
     * Writes the network.
     *
     * @param side of the squares that it takes
     */
    public static Path network(Path file, int side) {
        OnnxGraph graph = new OnnxGraph("detector");
        String x = graph.input(TensorPort.floats("input", 1, 3, side, side));
        graph.reals("steepness", STEEPNESS);
        graph.reals("least", LEAST_MATCH);
        for (int stride : STRIDES) {
            grid(graph, x, stride, cells(side, stride));
        }
        for (String kind : WIDTHS.keySet()) {
            for (int stride : STRIDES) {
                graph.output(
                        TensorPort.floats(kind + stride, 1, cells(side, stride), WIDTHS.get(kind)));
            }
        }
        graph.write(file);
        return file;
    }

    private static long cells(int side, int stride) {
        return (long) side / stride * (side / stride);
    }

    private static void grid(OnnxGraph graph, String x, int stride, long cells) {
        String match =
                graph.node(
                        "Conv",
                        "match" + stride,
                        List.of(x, graph.weight("pattern" + stride, pattern(stride))),
                        OnnxAttribute.wholes("strides", stride, stride),
                        OnnxAttribute.wholes(
                                "pads",
                                3L * stride / 2,
                                3L * stride / 2,
                                3L * stride / 2,
                                3L * stride / 2));
        String above = graph.node("Sub", "above" + stride, List.of(match, "least"));
        String steep = graph.node("Mul", "steep" + stride, List.of(above, "steepness"));
        String sure = graph.node("Sigmoid", "sure" + stride, List.of(steep));
        graph.wholes("column" + stride, 1, cells, 1);
        for (String kind : List.of("cls_", "obj_")) {
            graph.node("Reshape", kind + stride, List.of(sure, "column" + stride));
        }
        float size = (float) Math.log(2);
        repeated(graph, stride, "bbox_", cells, 0.5f, 0.5f, size, size);
        float[] marks = new float[10];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = (float) MARKS[i / 2][i % 2] - 0.5f;
        }
        repeated(graph, stride, "kps_", cells, marks);
    }

    /** The same numbers for each cell. */
    private static void repeated(
            OnnxGraph graph, int stride, String kind, long cells, float... numbers) {
        graph.reals(kind + "row" + stride, numbers);
        graph.wholes(kind + "shape" + stride, 1, cells, numbers.length);
        graph.node(
                "Expand", kind + stride, List.of(kind + "row" + stride, kind + "shape" + stride));
    }

    /** Gives 1 for a face in its middle, less for anything else; blue is the first channel. */
    private static FloatTensor pattern(int stride) {
        int side = 4 * stride;
        float[] numbers = new float[3 * side * side];
        float unit = 1 / (255f * 4 * stride * stride);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean inside = y >= stride && y < 3 * stride && x >= stride && x < 3 * stride;
                float upper = y < 2 * stride ? 1 : -1;
                for (int channel = 0; channel < 3; channel++) {
                    float colour = channel == 2 ? upper : channel == 0 ? -upper : -1;
                    numbers[(channel * side + y) * side + x] = inside ? colour * unit : -unit;
                }
            }
        }
        return new FloatTensor(List.of(1L, 3L, (long) side, (long) side), numbers);
    }
}
