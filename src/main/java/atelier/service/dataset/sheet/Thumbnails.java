package atelier.service.dataset.sheet;

import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Small copies of pictures, as JPEG in memory. Pictures are added on several threads at once. */
public final class Thumbnails {

    private static final int LONGEST_SIDE = 320;

    private final Map<Path, byte[]> jpegs = new ConcurrentHashMap<>();

    /** Keeps a small copy of a picture, some ten kilobytes. */
    public void add(Path file, BufferedImage picture) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(PictureScaler.reduced(picture, LONGEST_SIDE), "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jpegs.put(file, jpeg.toByteArray());
    }

    /**
     * The copy as the address of an image that holds its own content; empty where there is none.
     */
    String address(Path file) {
        byte[] jpeg = jpegs.get(file);
        return jpeg == null
                ? ""
                : "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }
}
