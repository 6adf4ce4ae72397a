package atelier.service.starter.degradation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a picture as JPEG and reads it again.
 *
 * @param quality as usual, from 1 to 100
 */
public record JpegCompression(int quality) implements Degradation {

    private static final String FORMAT = "jpeg";
    private static final float BEST = 100;

    @Override
    public BufferedImage of(BufferedImage picture) {
        try {
            BufferedImage read =
                    ImageIO.read(
                            new MemoryCacheImageInputStream(
                                    new ByteArrayInputStream(compressed(picture))));
            return Rgb.picture(Rgb.of(read), read.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] compressed(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(FORMAT).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality / BEST);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
