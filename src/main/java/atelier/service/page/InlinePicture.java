package atelier.service.page;

import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures as the addresses of images that hold their own content. */
public final class InlinePicture {

    private InlinePicture() {}

    /** A small copy as JPEG, some ten kilobytes. */
    public static byte[] small(BufferedImage picture, int longestSide) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(PictureScaler.reduced(picture, longestSide), "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    /**
     * The address.
     *
     * @param type of the bytes: {@code jpeg} or {@code png}
     */
    public static String address(String type, byte[] bytes) {
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
