package atelier.ui.picture;

import atelier.model.AtelierException;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import atelier.ui.work.Background;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Small copies of pictures for the window, read beside its thread and kept as long as few. */
public final class Pictures {

    private static final int MOST_KEPT = 400;
    private static final int AT_ONCE = 2;
    private static final int OPAQUE = 0xff000000;

    private final Background background;
    private final PictureReader reader;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Map<Key, Image> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(Path file, int side, boolean square) {}

    /** Reads with that reader. */
    public Pictures(Background background, PictureReader reader) {
        this.background = background;
        this.reader = reader;
    }

    /**
     * The middle of a picture as a square. On the window's thread, as all of it.
     *
     * @param side in pixels
     * @param then gets it, at once or later; nothing is heard of pictures that cannot be read
     */
    public void square(Path file, int side, Consumer<Image> then) {
        load(new Key(file, side, true), then);
    }

    /**
     * A whole picture, small.
     *
     * @param longest side in pixels
     * @param then gets it, at once or later
     */
    public void whole(Path file, int longest, Consumer<Image> then) {
        load(new Key(file, longest, false), then);
    }

    private void load(Key key, Consumer<Image> then) {
        Image there = kept.get(key);
        if (there != null) {
            then.accept(there);
            return;
        }
        background.run(
                () -> read(key),
                image -> {
                    kept.put(key, image);
                    if (kept.size() > MOST_KEPT) {
                        kept.remove(kept.keySet().iterator().next());
                    }
                    then.accept(image);
                },
                _ -> {});
    }

    private Image read(Key key) throws InterruptedException {
        // More at once would hold more large pictures in memory than one sees.
        turns.acquire();
        try {
            BufferedImage whole = reader.read(key.file());
            BufferedImage small =
                    key.square()
                            ? PictureScaler.covering(whole, key.side(), key.side())
                            : PictureScaler.reduced(whole, key.side());
            return image(small);
        } catch (OutOfMemoryError e) {
            throw new AtelierException(key.file() + " is too large to be shown here.", e);
        } finally {
            turns.release();
        }
    }

    private static Image image(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= OPAQUE;
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
