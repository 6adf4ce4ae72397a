package atelier.engine.face;

import atelier.engine.onnx.Signature;
import atelier.engine.onnx.TensorPort;
import atelier.engine.pixels.ChannelOrder;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * YuNet (Wu et al. 2023), as OpenCV's model zoo gives it since March 2023. It sees the picture on
 * three grids; of each of their cells it says how sure it is that a face's middle is there, how far
 * from the cell's corner, how large, and where its marks are:
 *
 * <pre>score = √(cls obj),  middle = (cell + d) stride,  size = stride exp(d)</pre>
 */
final class YuNetDecoder implements FaceDecoder {

    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final List<String> KINDS = List.of("cls", "obj", "bbox", "kps");
    private static final int MARKS = 5;
    private static final int BOX = 4;
    private static final double USUAL_SCORE = 0.6;
    private static final double SAME_FACE = 0.3;

    /** A box larger than this many canvases is noise; the bound keeps exp from running away. */
    private static final double LARGEST = Math.log(1 << 10);

    private final double leastScore;

    /** Of the published network. */
    YuNetDecoder() {
        this(USUAL_SCORE);
    }

    /**
     * Of a network of the same kind.
     *
     * @param leastScore of what is taken for a face, from 0 to 1
     */
    YuNetDecoder(double leastScore) {
        this.leastScore = leastScore;
    }

    @Override
    public List<Signature> signatures(long side) {
        TensorPort input = TensorPort.floats("input", TensorPort.ANY, 3, side, side);
        List<TensorPort> outputs =
                KINDS.stream()
                        .flatMap(kind -> STRIDES.stream().map(stride -> output(kind, stride, side)))
                        .toList();
        return List.of(new Signature(List.of(input), outputs));
    }

    private static TensorPort output(String kind, int stride, long side) {
        long cells = side == TensorPort.ANY ? side : side / stride * (side / stride);
        return TensorPort.floats(name(kind, stride), TensorPort.ANY, cells, width(kind));
    }

    private static long width(String kind) {
        return switch (kind) {
            case "bbox" -> BOX;
            case "kps" -> 2L * MARKS;
            default -> 1;
        };
    }

    private static String name(String kind, int stride) {
        return kind + "_" + stride;
    }

    @Override
    public float[] planes(int[] pixels) {
        return ChannelOrder.BGR.planes(pixels, 1, 0);
    }

    @Override
    public List<DetectedFace> decode(Map<String, float[]> outputs, int side) {
        return STRIDES.stream()
                .flatMap(stride -> new Grid(outputs, stride, side / stride).faces(leastScore))
                .toList();
    }

    @Override
    public double sameFace() {
        return SAME_FACE;
    }

    /** What the network says of one grid. */
    private static final class Grid {

        private final int stride;
        private final int columns;
        private final float[] faces;
        private final float[] objects;
        private final float[] boxes;
        private final float[] marks;

        Grid(Map<String, float[]> outputs, int stride, int columns) {
            this.stride = stride;
            this.columns = columns;
            int cells = columns * columns;
            this.faces = Outputs.of(outputs, name("cls", stride), cells);
            this.objects = Outputs.of(outputs, name("obj", stride), cells);
            this.boxes = Outputs.of(outputs, name("bbox", stride), BOX * cells);
            this.marks = Outputs.of(outputs, name("kps", stride), 2 * MARKS * cells);
        }

        Stream<DetectedFace> faces(double leastScore) {
            return IntStream.range(0, columns * columns)
                    .filter(cell -> score(cell) >= leastScore)
                    .mapToObj(this::face);
        }

        private double score(int cell) {
            return Math.sqrt(
                    (double) Math.clamp(faces[cell], 0f, 1f) * Math.clamp(objects[cell], 0f, 1f));
        }

        private DetectedFace face(int cell) {
            int column = cell % columns;
            int row = cell / columns;
            int box = BOX * cell;
            double width = stride * size(boxes[box + 2]);
            double height = stride * size(boxes[box + 3]);
            double left = (column + boxes[box]) * stride - width / 2;
            double top = (row + boxes[box + 1]) * stride - height / 2;
            List<FacePoint> points = new ArrayList<>();
            for (int i = 0; i < MARKS; i++) {
                int mark = 2 * (MARKS * cell + i);
                points.add(
                        new FacePoint(
                                (column + marks[mark]) * stride, (row + marks[mark + 1]) * stride));
            }
            return new DetectedFace(
                    new FaceBox(left, top, width, height), FaceLandmarks.of(points), score(cell));
        }

        private static double size(float logarithm) {
            return Math.exp(Math.min(logarithm, LARGEST));
        }
    }
}
