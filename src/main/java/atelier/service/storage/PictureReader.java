package atelier.service.storage;

import atelier.model.AtelierException;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DataFormatException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures that a user brings: JPEG, PNG, WebP, BMP and TIFF, recognised by content.
 *
 * <p>They come out upright (Exif orientation applied), opaque (alpha laid over white) and in sRGB
 * (colour profile applied), whatever they were. Of files with several pictures the first is read.
 */
public final class PictureReader {

    /** The most pixels read unless there is less memory: 200 megapixels. */
    public static final long MOST_PIXELS = 200_000_000;

    /** Decoded, converted and turned pictures are in memory together, at up to 4 bytes each. */
    private static final long BYTES_PER_PIXEL = 12;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp", "bmp", "tiff");
    private static final String READABLE = "JPEG, PNG, WebP, BMP and TIFF";
    private static final long MEGA = 1_000_000;

    private final long mostPixels;

    /** Reads up to {@link #MOST_PIXELS}, or what fits into the memory of this process. */
    public PictureReader() {
        this(Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL));
    }

    /** Reads up to that many pixels. */
    public PictureReader(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /**
     * Reads one picture.
     *
     * @return in sRGB, of type {@code TYPE_INT_RGB}
     * @throws AtelierException if there is no such file, it is no such picture, is damaged or has
     *     too many pixels
     */
    public BufferedImage read(Path picture) {
        try {
            int orientation = ExifTags.read(picture).map(ExifTags::orientation).orElse(1);
            BufferedImage decoded = decode(picture);
            BufferedImage opaque = SrgbConversion.toOpaque(decoded, pngProfile(picture));
            return ExifOrientation.upright(opaque, orientation);
        } catch (IOException e) {
            throw FileFailures.reading(picture, e);
        }
    }

    private BufferedImage decode(Path picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            ImageReader reader = in == null ? null : decoder(in);
            if (reader == null) {
                throw new AtelierException(
                        picture
                                + " is not a picture that Atelier reads; it reads "
                                + READABLE
                                + ".");
            }
            try {
                return decode(picture, reader, in);
            } finally {
                reader.dispose();
            }
        }
    }

    private BufferedImage decode(Path picture, ImageReader reader, ImageInputStream in) {
        DecodeWarnings warnings = new DecodeWarnings();
        try {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener(warnings);
            checkSize(picture, reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            if (warnings.anyDamage()) {
                throw damaged(picture, null);
            }
            return image;
        } catch (AtelierException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders meet damaged files with exceptions of every kind.
            throw damaged(picture, e);
        }
    }

    private void checkSize(Path picture, int width, int height) {
        long pixels = (long) width * height;
        if (pixels > mostPixels) {
            throw new AtelierException(
                    "%s has %d × %d pixels, %d megapixels, and Atelier reads at most %d here; scale it down first."
                            .formatted(picture, width, height, pixels / MEGA, mostPixels / MEGA));
        }
    }

    private static AtelierException damaged(Path picture, @Nullable Exception cause) {
        return new AtelierException(
                picture + " is damaged and cannot be decoded whole; get another copy of it.",
                cause);
    }

    private static @Nullable ImageReader decoder(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        return null;
    }

    /** Java's PNG decoder passes over the colour profile; those of the other formats apply it. */
    private static @Nullable ICC_Profile pngProfile(Path picture) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(picture)) {
            head = in.readNBytes(8);
        }
        if (!PngChunks.begins(head)) {
            return null;
        }
        List<PngChunk> chunks = PngChunks.read(picture, Set.of("iCCP")).chunks();
        return chunks.isEmpty() ? null : profile(chunks.getFirst().data());
    }

    /** Name, zero, compression method, compressed profile; see PNG §11.3.2.3. */
    private static @Nullable ICC_Profile profile(byte[] data) {
        int name = new String(data, StandardCharsets.ISO_8859_1).indexOf('\0');
        if (name < 0) {
            return null;
        }
        try {
            return ICC_Profile.getInstance(PngChunks.inflate(data, name + 2));
        } catch (DataFormatException | IllegalArgumentException e) {
            return null;
        }
    }
}
