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
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * SCRFD (Guo et al. 2021) with marks, as InsightFace gives it: nine outputs, which are told by
 * their order. Each cell of its three grids has two guesses; distances are in strides from the
 * cell's corner to the four edges, and from the corner to each mark.
 */
final class ScrfdDecoder implements FaceDecoder {

    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final int GUESSES = 2;
    private static final int MARKS = 5;
    private static final int BOX = 4;
    private static final double LEAST_SCORE = 0.5;
    private static final double SAME_FACE = 0.4;
    private static final float MIDDLE = 127.5f;
    private static final float RANGE = 128;

    /** Exports differ in whether the outputs count the pictures. */
    @Override
    public List<Signature> signatures(long side) {
        TensorPort input = TensorPort.floats("", TensorPort.ANY, 3, side, side);
        return List.of(
                new Signature(List.of(input), outputs(side)),
                new Signature(List.of(input), outputs(side, 1)));
    }

    private static List<TensorPort> outputs(long side, long... pictures) {
        return LongStream.of(1, BOX, 2L * MARKS)
                .boxed()
                .flatMap(width ->
                        STRIDES.stream().map(stride -> output(stride, side, width, pictures)))
                .toList();
    }

    private static TensorPort output(int stride, long side, long width, long... pictures) {
        long cells = side == TensorPort.ANY ? side : side / stride * (side / stride) * GUESSES;
        return TensorPort.floats(
                "",
                LongStream.concat(LongStream.of(pictures), LongStream.of(cells, width)).toArray());
    }

    @Override
    public float[] planes(int[] pixels) {
        return ChannelOrder.RGB.planes(pixels, 1 / RANGE, -MIDDLE / RANGE);
    }

    @Override
    public List<DetectedFace> decode(Map<String, float[]> outputs, int side) {
        List<String> names = List.copyOf(outputs.keySet());
        int grids = STRIDES.size();
        return IntStream.range(0, grids)
                .boxed()
                .flatMap(grid -> {
                    int stride = STRIDES.get(grid);
                    int columns = side / stride;
                    int guesses = columns * columns * GUESSES;
                    return new Grid(
                                    stride,
                                    columns,
                                    Outputs.of(outputs, names.get(grid), guesses),
                                    Outputs.of(outputs, names.get(grids + grid), BOX * guesses),
                                    Outputs.of(
                                            outputs,
                                            names.get(2 * grids + grid),
                                            2 * MARKS * guesses))
                            .faces();
                })
                .toList();
    }

    @Override
    public double sameFace() {
        return SAME_FACE;
    }

    /** What the network says of one grid. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Grid(int stride, int columns, float[] scores, float[] boxes, float[] marks) {

        Stream<DetectedFace> faces() {
            return IntStream.range(0, columns * columns * GUESSES)
                    .filter(guess -> scores[guess] >= LEAST_SCORE)
                    .mapToObj(this::face)
                    .filter(face -> face.box().width() > 0 && face.box().height() > 0);
        }

        private DetectedFace face(int guess) {
            int cell = guess / GUESSES;
            int row = cell / columns;
            int x = cell % columns * stride;
            int y = row * stride;
            int box = BOX * guess;
            double left = x - stride * boxes[box];
            double top = y - stride * boxes[box + 1];
            double width = x + stride * boxes[box + 2] - left;
            double height = y + stride * boxes[box + 3] - top;
            List<FacePoint> points = new ArrayList<>();
            for (int i = 0; i < MARKS; i++) {
                int mark = 2 * (MARKS * guess + i);
                points.add(new FacePoint(x + stride * marks[mark], y + stride * marks[mark + 1]));
            }
            return new DetectedFace(
                    new FaceBox(left, top, width, height), FaceLandmarks.of(points), scores[guess]);
        }
    }
}
