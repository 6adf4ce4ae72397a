package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngWriterTest {

    private static final int SIDE = 512;

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR
            })
    void everyPixelIsKept(int type) throws IOException {
        BufferedImage image = photograph(type);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(write(image)));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertThat(read.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
            }
        }
    }

    @Test
    void photographsComeOutSmall() throws IOException {
        BufferedImage image = photograph(BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream java = new ByteArrayOutputStream();
        ImageIO.write(image, "png", java);
        assertThat(write(image).length).isLessThan(java.size() * 6 / 10);
    }

    @Test
    void drawingsComeOutSmall() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, (x / 37 + y / 53) % 2 == 0 ? 0xff8800 : 0x224466);
            }
        }
        assertThat(write(image).length).isLessThan(6000);
    }

    private static byte[] write(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(image, List.of(), out);
        return out.toByteArray();
    }

    /** Smooth shapes with a little noise. */
    private static BufferedImage photograph(int type) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        Random random = new Random(1);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int pixel = 0xff;
                for (int c = 0; c < 3; c++) {
                    double level = 128 + 60 * Math.sin(x / 90.0 + c) + 50 * Math.cos(y * c / 70.0);
                    long noisy = Math.round(level + 2 * random.nextGaussian());
                    pixel = pixel << 8 | (int) Math.max(0, Math.min(255, noisy));
                }
                image.setRGB(x, y, pixel);
            }
        }
        return image;
    }
}
