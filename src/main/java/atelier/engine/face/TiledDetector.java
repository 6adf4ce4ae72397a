package atelier.engine.face;

import atelier.engine.onnx.HostArray;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.pixels.PillowResize;
import atelier.engine.pixels.ResizeFilter;
import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Finds faces of any size with a network that knows those of some sizes: it looks at the picture in
 * several sizes, and at the larger ones in tiles. Runs on the lane.
 */
final class TiledDetector implements FaceDetector {

    private static final int CHANNELS = 3;

    /**
     * How long the picture's longer side is made, in the network's sides: from close-ups to crowds.
     */
    private static final double[] SIZES = {0.25, 0.5, 1, 2, 4};

    /** A picture is made this much larger at most; in more there would be nothing new to see. */
    private static final double MOST_ENLARGED = 2;

    private final OnnxSession session;
    private final FaceDecoder decoder;
    private final int side;

    /**
     * @param session is closed with this
     * @param side of the square that the network takes
     */
    TiledDetector(OnnxSession session, FaceDecoder decoder, int side) {
        this.session = session;
        this.decoder = decoder;
        this.side = side;
    }

    @Override
    public List<DetectedFace> detect(Bitmap picture, CancelToken cancel) {
        return detect(picture, sizes(picture, SIZES[SIZES.length - 1]), cancel);
    }

    /** Looks only at sizes at which the picture is one tile, which takes a moment. */
    List<DetectedFace> detectLarge(Bitmap picture, CancelToken cancel) {
        return detect(picture, sizes(picture, 1), cancel);
    }

    /** The picture as large as {@link #detectLarge} looks at it; itself where it is no larger. */
    Bitmap reduced(Bitmap picture, CancelToken cancel) {
        return Math.max(picture.width(), picture.height()) <= side
                ? picture
                : resized(picture, picture, side, cancel);
    }

    /** How long the longer side is made, shortest first. */
    private int[] sizes(Bitmap picture, double largest) {
        int longer = Math.max(picture.width(), picture.height());
        return DoubleStream.of(SIZES)
                .filter(size ->
                        size == SIZES[0]
                                || (size <= largest && size * side <= MOST_ENLARGED * longer))
                .mapToInt(size -> (int) (size * side))
                .toArray();
    }

    private List<DetectedFace> detect(Bitmap picture, int[] sizes, CancelToken cancel) {
        List<DetectedFace> found = new ArrayList<>();
        Bitmap level = picture;
        for (int i = sizes.length - 1; i >= 0; i--) {
            level = resized(level, picture, sizes[i], cancel);
            double across = (double) picture.width() / level.width();
            double along = (double) picture.height() / level.height();
            for (Tile tile : Tile.covering(level.width(), level.height(), side)) {
                for (DetectedFace face : detect(level, tile, cancel)) {
                    found.add(FaceMapping.moved(face, tile.left(), tile.top(), across, along));
                }
            }
        }
        return Suppression.ofNested(Suppression.ofOverlapping(found, decoder.sameFace())).stream()
                .sorted(
                        Comparator.comparingDouble((DetectedFace face) -> face.box().area())
                                .reversed())
                .toList();
    }

    /** Made from the last size, which is nearest. */
    private static Bitmap resized(Bitmap last, Bitmap picture, int longest, CancelToken cancel) {
        double scale = (double) longest / Math.max(picture.width(), picture.height());
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        if (last.width() == width && last.height() == height) {
            return last;
        }
        return new Bitmap(
                width,
                height,
                PillowResize.of(
                        last.argb(),
                        last.width(),
                        last.height(),
                        width,
                        height,
                        ResizeFilter.TRIANGLE,
                        cancel));
    }

    private List<DetectedFace> detect(Bitmap level, Tile tile, CancelToken cancel) {
        HostArray input = HostArray.of(decoder.planes(tile.pixels(level)), 1, CHANNELS, side, side);
        List<DetectedFace> found =
                decoder.decode(session.run(List.of(input), cancel), side).stream()
                        .filter(FaceMapping::isFinite)
                        .filter(face -> !tile.cuts(face, level))
                        .toList();
        return Suppression.ofOverlapping(found, decoder.sameFace());
    }

    @Override
    public void close() {
        session.close();
    }
}
