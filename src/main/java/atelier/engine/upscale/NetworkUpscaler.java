package atelier.engine.upscale;

import atelier.engine.onnx.HostArray;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.onnx.Signature;
import atelier.engine.onnx.TensorPort;
import atelier.engine.pixels.ChannelOrder;
import atelier.engine.pixels.PillowResize;
import atelier.engine.pixels.ResizeFilter;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import java.nio.file.Path;
import java.util.List;

/**
 * Enlarges by a network such as Real-ESRGAN (Wang et al. 2021), tile by tile. Transparency goes
 * through the network as a picture of its own. Runs on the lane.
 */
final class NetworkUpscaler implements Upscaler {

    private static final int CHANNELS = 3;
    private static final int USUAL_TILE = 256;

    /** Real-ESRGAN ×2 gathers squares of two pixels, others of up to four. */
    private static final int GRAIN = 4;

    private static final int SMALLEST = 64;
    private static final float WHITE = 255;
    private static final int ALPHA = 24;
    private static final int GREY = 0x010101;
    private static final int RGB = 0xffffff;
    private static final Signature SIGNATURE =
            Signature.of(
                    TensorPort.floats("", TensorPort.ANY, CHANNELS, TensorPort.ANY, TensorPort.ANY),
                    TensorPort.floats(
                            "", TensorPort.ANY, CHANNELS, TensorPort.ANY, TensorPort.ANY));

    private final OnnxSession session;
    private final int own;
    private final int factor;

    private NetworkUpscaler(OnnxSession session, int own, int factor) {
        this.session = session;
        this.own = own;
        this.factor = factor;
    }

    /**
     * Loads a network and tries on a small square how many times it enlarges.
     *
     * @param factor that is asked for
     * @throws AtelierException if the file is missing, damaged, holds another network, or enlarges
     *     less than is asked for
     */
    static NetworkUpscaler open(OnnxRuntime runtime, Path file, int factor) {
        OnnxSession session = runtime.open(file, SIGNATURE, "upscaling");
        try {
            int own = enlargement(session);
            if (own < factor) {
                throw new AtelierException(
                        "The network %s enlarges %d times, not %d times: choose another network or a smaller factor."
                                .formatted(file, own, factor));
            }
            return new NetworkUpscaler(session, own, factor);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static int enlargement(OnnxSession session) {
        int side = fixedSide(session, SMALLEST);
        if (side < SMALLEST) {
            throw new AtelierException(
                    "The network %s takes squares of %d pixels, which are too small to be put together: choose another file."
                            .formatted(session.file(), side));
        }
        float[] nothing = new float[CHANNELS * side * side];
        double made = session.run(nothing, 1, CHANNELS, side, side).length;
        double enlarged = Math.sqrt(made / nothing.length);
        int whole = (int) Math.round(enlarged);
        if (whole < 1 || made != (double) nothing.length * whole * whole) {
            throw new AtelierException(
                    "The network %s enlarges %.2f times, which is no whole number: choose another file."
                            .formatted(session.file(), enlarged));
        }
        return whole;
    }

    /** The side of the squares that the network takes. */
    private static int fixedSide(OnnxSession session, int otherwise) {
        long[] shape = session.inputShape();
        return shape[3] > 0 ? Math.toIntExact(shape[3]) : otherwise;
    }

    @Override
    public int factor() {
        return factor;
    }

    @Override
    public Bitmap upscale(Bitmap picture, CancelToken cancel, ProgressListener progress) {
        EnlargedSize size = EnlargedSize.of(picture.width(), picture.height(), factor);
        int[] colours = enlarged(HiddenColours.filled(picture, cancel), size, cancel, progress);
        if (picture.isTransparent()) {
            int[] levels = enlarged(transparency(picture), size, cancel, progress);
            for (int i = 0; i < colours.length; i++) {
                // The middle one of three equal channels.
                colours[i] = (colours[i] & RGB) | (levels[i] >> 8 & 0xff) << ALPHA;
            }
        }
        return new Bitmap(size.width(), size.height(), colours);
    }

    private static Bitmap transparency(Bitmap picture) {
        int[] levels = new int[picture.argb().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 0xff << ALPHA | (picture.argb()[i] >>> ALPHA) * GREY;
        }
        return new Bitmap(picture.width(), picture.height(), levels);
    }

    private int[] enlarged(
            Bitmap picture, EnlargedSize size, CancelToken cancel, ProgressListener progress) {
        int longer = Math.max(picture.width(), picture.height());
        TileGrid grid = TileGrid.fitting(longer, USUAL_TILE, GRAIN);
        int side = fixedSide(session, grid.side());
        List<TileGrid.Start> starts = new TileGrid(side).starts(picture.width(), picture.height());
        TilePaste whole = new TilePaste(size.width(), size.height(), factor);
        for (int i = 0; i < starts.size(); i++) {
            progress.progressed(Progress.of("Upscaling", i, starts.size(), "tile"));
            whole.paste(enlarged(picture, starts.get(i), side, cancel), starts.get(i), side);
        }
        progress.progressed(Progress.of("Upscaling", starts.size(), starts.size(), "tile"));
        return whole.pixels();
    }

    private int[] enlarged(Bitmap picture, TileGrid.Start start, int side, CancelToken cancel) {
        float[] planes =
                ChannelOrder.RGB.planes(
                        MirroredPixels.of(picture, start.left(), start.top(), side), 1 / WHITE, 0);
        HostArray tile = HostArray.of(planes, 1, CHANNELS, side, side);
        float[] result = session.run(List.of(tile), cancel).firstEntry().getValue();
        int[] pixels = ChannelOrder.RGB.pixels(result, WHITE, 0);
        int made = side * own;
        int asked = side * factor;
        return made == asked
                ? pixels
                : PillowResize.of(pixels, made, made, asked, asked, ResizeFilter.LANCZOS, cancel);
    }

    @Override
    public void close() {
        session.close();
    }
}
