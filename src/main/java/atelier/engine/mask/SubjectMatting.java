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
 * Tells a picture's subject from its background. Two kinds of networks do, both in red, green,
 * blue: those that Atelier trained, which take a square of one size from 0 to 1, and MODNet (Ke et
 * al. 2022), which takes any size from −1 to 1. Both give how much of each pixel is the subject's,
 * from 0 to 1. Runs on the lane.
 */
public final class SubjectMatting implements AutoCloseable {

    private static final int CHANNELS = 3;
    private static final float WHITE = 255;
    private static final int OPAQUE = 0xff000000;
    private static final int GREY = 0x010101;

    private final OnnxSession session;
    private final long side;

    /**
     * @param side of the squares that it takes; {@link TensorPort#ANY} for MODNet
     */
    private SubjectMatting(OnnxSession session, long side) {
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
            if (!needed.accepts(found)) {
                throw Signature.refusal(
                        file,
                        found,
                        "cutting out subjects",
                        "float32 [?, 3, side, side] → float32 [?, 1, side, side]");
            }
            return new SubjectMatting(session, side);
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
     * The mask of a picture's subject.
     *
     * @return of the picture's size, opaque and grey: white where the subject is, black elsewhere
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    public Bitmap matte(Bitmap picture, CancelToken cancel) {
        int width = picture.width();
        int height = picture.height();
        MattingSize size =
                side == TensorPort.ANY
                        ? MattingSize.ofModNet(width, height)
                        : MattingSize.square(Math.toIntExact(side));
        int[] pixels =
                PillowResize.of(
                        picture.argb(),
                        width,
                        height,
                        size.width(),
                        size.height(),
                        ResizeFilter.BICUBIC,
                        cancel);
        HostArray input = HostArray.of(planes(pixels), 1, CHANNELS, size.height(), size.width());
        float[] shares = session.run(List.of(input), cancel).firstEntry().getValue();
        int[] greys = new int[shares.length];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = OPAQUE | GREY * Math.clamp(Math.round(shares[i] * WHITE), 0, 0xff);
        }
        return new Bitmap(
                width,
                height,
                PillowResize.of(
                        greys,
                        size.width(),
                        size.height(),
                        width,
                        height,
                        ResizeFilter.TRIANGLE,
                        cancel));
    }

    private float[] planes(int[] pixels) {
        return side == TensorPort.ANY
                ? ChannelOrder.RGB.planes(pixels, 2 / WHITE, -1)
                : ChannelOrder.RGB.planes(pixels, 1 / WHITE, 0);
    }

    @Override
    public void close() {
        session.close();
    }
}
