package atelier.service.dataset.sheet;

import atelier.service.page.InlinePicture;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Small copies of pictures, as JPEG in memory. Pictures are added on several threads at once. */
public final class Thumbnails {

    private static final int LONGEST_SIDE = 320;

    private final Map<Path, byte[]> jpegs = new ConcurrentHashMap<>();

    /** Keeps a small copy of a picture, some ten kilobytes. */
    public void add(Path file, BufferedImage picture) {
        jpegs.put(file, InlinePicture.small(picture, LONGEST_SIDE));
    }

    /**
     * The copy as the address of an image that holds its own content; empty where there is none.
     */
    String address(Path file) {
        byte[] jpeg = jpegs.get(file);
        return jpeg == null ? "" : InlinePicture.address("jpeg", jpeg);
    }
}
