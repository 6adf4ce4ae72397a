package atelier.service.storage;

import atelier.model.job.CancelToken;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal: what content is known by. */
public final class Sha256 {

    private static final int PIECE = 1 << 16;

    private Sha256() {}

    /**
     * Of a file's bytes.
     *
     * @throws atelier.model.AtelierException if it cannot be read
     */
    public static String ofFile(Path file) {
        return ofFile(file, new CancelToken());
    }

    /**
     * The same, with a way to stop.
     *
     * @throws atelier.model.AtelierException if it cannot be read, or is cancelled
     */
    public static String ofFile(Path file, CancelToken cancel) {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                cancel.check();
                digest.update(piece, 0, count);
            }
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a text in UTF-8. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Of a picture's size and pixels, whatever file they came from.
     *
     * @param picture opaque
     */
    public static String ofPixels(BufferedImage picture) {
        MessageDigest digest = digest();
        int width = picture.getWidth();
        digest.update((width + "x" + picture.getHeight()).getBytes(StandardCharsets.UTF_8));
        int[] pixels = new int[width];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, pixels, 0, width);
            for (int x = 0; x < width; x++) {
                row[3 * x] = (byte) (pixels[x] >> 16);
                row[3 * x + 1] = (byte) (pixels[x] >> 8);
                row[3 * x + 2] = (byte) pixels[x];
            }
            digest.update(row);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
