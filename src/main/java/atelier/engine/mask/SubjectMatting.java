package atelier.engine.mask;

import atelier.engine.onnx.HostArray;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.onnx.Signature;
import atelier.engine.onnx.TensorPort;
import atelier.engine.pixels.ChannelOrder;
import atelier.engine.pixels.PillowResize;
import atelier.engine.pixels.ResizeFilter;
import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells a picture's subject from its background, by a network that takes [1, 3, side, side] in red,
 * green, blue from 0 to 1 and gives [1, 1, side, side], how much of each pixel is the subject's.
 * Runs on the lane.
 */
public final class SubjectMatting implements AutoCloseable {

    private static final int CHANNELS = 3;
    private static final float WHITE = 255;
    private static final int OPAQUE = 0xff000000;
    private static final int GREY = 0x010101;

    private final OnnxSession session;
    private final int side;

    private SubjectMatting(OnnxSession session, int side) {
        this.session = session;
        this.side = side;
    }

    /**
     * Loads a network; called on the lane.
     *
     * @throws atelier.model.AtelierException if the file is missing, damaged, or holds another
     *     network
     */
    public static SubjectMatting open(OnnxRuntime runtime, Path file) {
        OnnxSession session = runtime.open(file);
        try {
            Signature found = session.signature();
            long side = side(found);
            Signature needed =
                    Signature.of(
                            TensorPort.floats("", TensorPort.ANY, CHANNELS, side, side),
                            TensorPort.floats("", TensorPort.ANY, 1, side, side));
            if (side < 1 || !needed.accepts(found)) {
                throw Signature.refusal(
                        file,
                        found,
                        "cutting out subjects",
                        "float32 [?, 3, side, side] → float32 [?, 1, side, side]");
            }
            return new SubjectMatting(session, Math.toIntExact(side));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static long side(Signature found) {
        List<Long> shape = found.inputs().isEmpty() ? List.of() : found.inputs().getFirst().shape();
        return shape.isEmpty() ? TensorPort.ANY : shape.getLast();
    }

    /**
     * The mask of a picture's subject. The network sees the picture stretched to its square.
     *
     * @return of the picture's size, opaque and grey: white where the subject is, black elsewhere
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    public Bitmap matte(Bitmap picture, CancelToken cancel) {
        int width = picture.width();
        int height = picture.height();
        int[] square =
                PillowResize.of(
                        picture.argb(), width, height, side, side, ResizeFilter.BICUBIC, cancel);
        HostArray input =
                HostArray.of(
                        ChannelOrder.RGB.planes(square, 1 / WHITE, 0), 1, CHANNELS, side, side);
        float[] shares = session.run(List.of(input), cancel).firstEntry().getValue();
        int[] greys = new int[shares.length];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = OPAQUE | GREY * Math.clamp(Math.round(shares[i] * WHITE), 0, 0xff);
        }
        return new Bitmap(
                width,
                height,
                PillowResize.of(greys, side, side, width, height, ResizeFilter.TRIANGLE, cancel));
    }

    @Override
    public void close() {
        session.close();
    }
}
