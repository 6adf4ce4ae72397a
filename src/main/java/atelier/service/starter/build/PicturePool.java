package atelier.service.starter.build;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.painter.Painter;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Painted portraits in memory, three bytes a pixel, to train and measure on. */
public final class PicturePool {

    private static final int COLOURS = 3;
    private static final int BYTE = 0xff;
    private static final float HALF = 127.5f;

    private final int side;
    private final List<SamplePortrait> portraits;
    private final List<byte[]> pictures;

    private PicturePool(int side, List<SamplePortrait> portraits, List<byte[]> pictures) {
        this.side = side;
        this.portraits = List.copyOf(portraits);
        this.pictures = List.copyOf(pictures);
    }

    /**
     * Paints the first portraits of a row, on all processors.
     *
     * @param count how many
     * @param side of each in pixels
     * @throws atelier.model.AtelierException if pictures of that size are not painted
     */
    public static PicturePool paint(
            SamplePortraits row,
            int count,
            int side,
            ProgressListener progress,
            CancelToken cancel) {
        Painter.check(side);
        Painter painter = new Painter();
        return of(
                row,
                count,
                side,
                portrait -> painter.paint(portrait.portrait(), portrait.seed(), side).picture(),
                progress,
                cancel);
    }

    /**
     * Makes pictures of the first portraits of a row, on all processors.
     *
     * @param painting gives square pictures of that side
     */
    static PicturePool of(
            SamplePortraits row,
            int count,
            int side,
            Function<SamplePortrait, BufferedImage> painting,
            ProgressListener progress,
            CancelToken cancel) {
        List<SamplePortrait> portraits = IntStream.range(0, count).mapToObj(row::at).toList();
        List<byte[]> pictures =
                ParallelPainting.of(
                        count,
                        place -> bytes(painting.apply(portraits.get(place))),
                        progress,
                        cancel);
        return new PicturePool(side, portraits, pictures);
    }

    private static byte[] bytes(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        byte[] bytes = new byte[COLOURS * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = (byte) (pixels[i] >> 16);
            bytes[pixels.length + i] = (byte) (pixels[i] >> 8);
            bytes[2 * pixels.length + i] = (byte) pixels[i];
        }
        return bytes;
    }

    /** How many there are. */
    public int count() {
        return pictures.size();
    }

    /** Pixels of a side of each. */
    public int side() {
        return side;
    }

    /** What is seen in one. */
    public SamplePortrait portrait(int place) {
        return portraits.get(place);
    }

    /** The pixels of a whole picture, 0xRRGGBB each, row by row. */
    public int[] pixels(int place) {
        byte[] bytes = pictures.get(place);
        int[] pixels = new int[side * side];
        for (int i = 0; i < bytes.length; i++) {
            pixels[i % pixels.length] = (pixels[i % pixels.length] << 8) | (bytes[i] & BYTE);
        }
        return pixels;
    }

    /** A whole picture, to look at. */
    BufferedImage image(int place) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, side, side, pixels(place), 0, side);
        return image;
    }

    /** A whole picture [3, side, side], values from −1 to 1. */
    public float[] picture(int place) {
        return crop(place, 0, 0, side, false);
    }

    /**
     * A square part of a picture.
     *
     * @param left first column
     * @param top first row
     * @param size pixels of a side of the part
     * @param mirrored whether left and right are exchanged
     * @return [3, size, size], values from −1 to 1
     */
    public float[] crop(int place, int left, int top, int size, boolean mirrored) {
        byte[] bytes = pictures.get(place);
        float[] part = new float[COLOURS * size * size];
        int at = 0;
        for (int colour = 0; colour < COLOURS; colour++) {
            for (int y = top; y < top + size; y++) {
                int row = (colour * side + y) * side + left;
                for (int x = 0; x < size; x++) {
                    int from = row + (mirrored ? size - 1 - x : x);
                    part[at++] = (bytes[from] & BYTE) / HALF - 1;
                }
            }
        }
        return part;
    }
}
