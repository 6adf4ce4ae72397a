package atelier.ui.picture;

import atelier.model.AtelierException;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import atelier.ui.work.Background;
import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Small copies of pictures and images, read beside the window's thread at the size they are shown.
 * Those used last stay in memory up to a number of bytes. What was asked for last is read first,
 * and what nobody waits for any more is not read, so that scrolling far does not have to wait for
 * all it passed.
 *
 * <p>On the window's thread, all of it.
 */
public final class Thumbnails {

    /** Some 1,500 cells: 96 MB. */
    public static final long USUAL_BYTES = 96_000_000;

    private static final int AT_ONCE = 2;
    private static final int OPAQUE = 0xff000000;
    private static final int PIXEL = 4;

    private final Background background;
    private final PictureReader reader;
    private final long mostBytes;
    private final Map<Key, Image> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Request> waiting = new ArrayDeque<>();
    private long bytes;
    private int reading;

    /**
     * What is kept.
     *
     * @param covering whether it covers that size, cut at the sides, or lies within it
     */
    private record Key(Path file, int width, int height, boolean covering) {}

    /** Something that was asked for and can be called off. */
    public final class Request {
        private final Key key;
        private final Consumer<@Nullable Image> then;
        private boolean off;

        private Request(Key key, Consumer<@Nullable Image> then) {
            this.key = key;
            this.then = then;
        }

        /** Nobody waits for it any more. */
        public void callOff() {
            off = true;
            waiting.remove(this);
        }
    }

    /**
     * @param mostBytes of pixels that are kept, beside those in sight
     */
    public Thumbnails(Background background, PictureReader reader, long mostBytes) {
        this.background = background;
        this.reader = reader;
        this.mostBytes = mostBytes;
    }

    /**
     * Asks for an image that covers a cell.
     *
     * @param width of the cell, in pixels
     * @param height of it
     * @param then gets it, at once or later; null where it cannot be read
     */
    public Request ask(Path file, int width, int height, Consumer<@Nullable Image> then) {
        return ask(new Key(file, width, height, true), then);
    }

    /**
     * Asks for a whole image, made smaller where it is larger.
     *
     * @param longest side in pixels, at most
     * @param then gets it, at once or later; null where it cannot be read
     */
    public Request askWhole(Path file, int longest, Consumer<@Nullable Image> then) {
        return ask(new Key(file, longest, longest, false), then);
    }

    private Request ask(Key key, Consumer<@Nullable Image> then) {
        Request request = new Request(key, then);
        Image there = kept.get(request.key);
        if (there != null) {
            then.accept(there);
        } else {
            waiting.push(request);
            next();
        }
        return request;
    }

    private void next() {
        while (reading < AT_ONCE && !waiting.isEmpty()) {
            Request request = waiting.pop();
            reading++;
            background.run(
                    () -> read(request.key),
                    image -> read(request, image),
                    _ -> read(request, null));
        }
    }

    private void read(Request request, @Nullable Image image) {
        reading--;
        if (image != null) {
            keep(request.key, image);
        }
        if (!request.off) {
            request.then.accept(image);
        }
        next();
    }

    private void keep(Key key, Image image) {
        Image before = kept.put(key, image);
        bytes += size(image) - (before == null ? 0 : size(before));
        Iterator<Image> oldest = kept.values().iterator();
        while (bytes > mostBytes && kept.size() > 1) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(Image image) {
        return Math.round(image.getWidth() * image.getHeight() * PIXEL);
    }

    /** How many bytes of pixels are kept. */
    public long bytes() {
        return bytes;
    }

    /** How many wait to be read. */
    public int waiting() {
        return waiting.size();
    }

    private Image read(Key key) {
        try {
            BufferedImage whole = reader.read(key.file());
            BufferedImage picture =
                    key.covering()
                            ? PictureScaler.covering(whole, key.width(), key.height())
                            : PictureScaler.reduced(whole, key.width());
            int width = picture.getWidth();
            int height = picture.getHeight();
            return image(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        } catch (OutOfMemoryError e) {
            // Else nobody would hear of it, and the next ones would wait forever.
            throw new AtelierException(key.file() + " is too large to be shown here.", e);
        }
    }

    /**
     * An image of pixels.
     *
     * @param rgb row by row, 0xRRGGBB each; taken over, not copied
     */
    public static Image image(int width, int height, int[] rgb) {
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] |= OPAQUE;
        }
        return new WritableImage(
                new PixelBuffer<>(
                        width, height, IntBuffer.wrap(rgb), PixelFormat.getIntArgbPreInstance()));
    }
}
