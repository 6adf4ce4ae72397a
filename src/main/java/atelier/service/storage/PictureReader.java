package atelier.service.storage;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures that a user brings: JPEG, PNG, WebP, BMP and TIFF, recognised by content.
 *
 * <p>They come out upright (Exif orientation applied), opaque (alpha laid over a background, white
 * unless another is chosen) and in sRGB (colour profile applied), whatever they were. Of files with
 * several pages the first is read; animations are refused. May be used by several threads.
 */
public final class PictureReader {

    /** The most pixels read unless there is less memory: 200 megapixels. */
    public static final long MOST_PIXELS = 200_000_000;

    /** What transparent pictures are laid over unless another colour is chosen. */
    public static final int WHITE = 0xffffff;

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
     * Reads one picture over white.
     *
     * @return in sRGB, of type {@code TYPE_INT_RGB}
     * @throws AtelierException if there is no such file, it is no such picture, is animated or
     *     damaged, or has too many pixels
     */
    public BufferedImage read(Path picture) {
        return read(picture, WHITE, new CancelToken()).picture();
    }

    /**
     * Reads one picture over a background.
     *
     * @param background as 0xRRGGBB
     * @throws AtelierException as {@link #read(Path)}
     * @throws atelier.model.job.CancelledException if that was asked for meanwhile
     */
    public DecodedPicture read(Path picture, int background, CancelToken cancel) {
        return open(
                picture,
                (decoder, file) -> {
                    BufferedImage decoded = decode(picture, decoder, cancel);
                    double transparent = AlphaChannel.transparency(decoded);
                    cancel.check();
                    BufferedImage opaque =
                            SrgbConversion.toOpaque(decoded, file.profile(), background);
                    cancel.check();
                    return new DecodedPicture(
                            ExifOrientation.upright(opaque, file.orientation()), transparent);
                });
    }

    /**
     * How opaque a picture is at each place, as a grey picture of its size: white where it is,
     * black where its background shows.
     *
     * @return empty where it is opaque everywhere
     * @throws AtelierException as {@link #read(Path)}
     */
    public Optional<BufferedImage> opacity(Path picture) {
        return open(
                picture,
                (decoder, file) -> {
                    BufferedImage decoded = decode(picture, decoder, new CancelToken());
                    return AlphaChannel.transparency(decoded) == 0
                            ? Optional.empty()
                            : Optional.of(
                                    ExifOrientation.upright(
                                            AlphaChannel.opacity(decoded), file.orientation()));
                });
    }

    /**
     * How much memory {@link #read(Path, int, CancelToken)} takes for a picture, in bytes, from its
     * header alone.
     *
     * @throws AtelierException as {@link #read(Path)}, but damaged pixels go unnoticed
     */
    public long memory(Path picture) {
        return open(picture, (decoder, file) -> BYTES_PER_PIXEL * checkedPixels(picture, decoder));
    }

    private interface Use<T> {
        T of(ImageReader decoder, PictureFile file) throws IOException;
    }

    private <T> T open(Path picture, Use<T> use) {
        WindowThread.refuse("a picture was read");
        try {
            PictureFile file = PictureFile.read(picture);
            try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
                ImageReader decoder = in == null ? null : decoder(in);
                if (decoder == null) {
                    throw new AtelierException(
                            picture
                                    + " is not a picture that Atelier reads; it reads "
                                    + READABLE
                                    + ".");
                }
                try {
                    decoder.setInput(in, true, true);
                    return use.of(decoder, file);
                } finally {
                    decoder.dispose();
                }
            }
        } catch (IOException e) {
            throw FileFailures.reading(picture, e);
        }
    }

    private BufferedImage decode(Path picture, ImageReader decoder, CancelToken cancel) {
        DecodeWarnings warnings = new DecodeWarnings();
        try {
            decoder.addIIOReadWarningListener(warnings);
            decoder.addIIOReadProgressListener(new DecodeCancellation(cancel));
            checkedPixels(picture, decoder);
            BufferedImage image = decoder.read(0);
            cancel.check();
            if (warnings.anyDamage()) {
                throw damaged(picture, null);
            }
            return image;
        } catch (AtelierException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            cancel.check();
            // Decoders meet damaged files with exceptions of every kind.
            throw damaged(picture, e);
        }
    }

    private long checkedPixels(Path picture, ImageReader decoder) {
        try {
            checkSize(picture, decoder.getWidth(0), decoder.getHeight(0));
            return (long) decoder.getWidth(0) * decoder.getHeight(0);
        } catch (AtelierException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
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
}
