package atelier.service.dataset.quality;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.dataset.PictureMeasures;
import atelier.service.dataset.Scenes;
import atelier.service.storage.DecodedPicture;
import atelier.service.storage.PictureScaler;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PictureMeterTest {

    /** What the service calls a near copy, and blurred. */
    private static final int NEAR = 10;

    private static final double SHARP = 20;
    private static final int SCENES = 24;

    private static PictureMeasures measure(BufferedImage picture) {
        return PictureMeter.measure(new DecodedPicture(picture, 0));
    }

    private static BufferedImage scene(int number) {
        return Scenes.scene(number, number % 3 == 0 ? 900 : 700, number % 3 == 1 ? 1000 : 640);
    }

    private static BufferedImage recompressed(BufferedImage picture, float quality)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), settings);
        }
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static BufferedImage cropped(BufferedImage picture, double share) {
        int x = (int) (picture.getWidth() * share);
        int y = (int) (picture.getHeight() * share);
        return PictureScaler.cut(
                picture, x, y, picture.getWidth() - 2 * x, picture.getHeight() - 2 * y);
    }

    private static BufferedImage halved(BufferedImage picture) {
        return PictureScaler.resized(picture, picture.getWidth() / 2, picture.getHeight() / 2);
    }

    @Test
    void copiesStayNearAndDifferentPicturesFar() throws IOException {
        List<PictureMeasures> scenes = new ArrayList<>();
        for (int i = 0; i < SCENES; i++) {
            BufferedImage picture = scene(i);
            PictureMeasures original = measure(picture);
            for (BufferedImage copy :
                    List.of(
                            halved(picture),
                            recompressed(picture, 0.1f),
                            recompressed(halved(picture), 0.5f))) {
                assertThat(original.distance(measure(copy))).as("copy of %d", i).isBetween(0, 4);
            }
            assertThat(original.distance(measure(cropped(picture, 0.02))))
                    .as("crop of %d", i)
                    .isLessThanOrEqualTo(NEAR);
            scenes.add(original);
        }
        int nearest = Long.SIZE;
        long sum = 0;
        for (int i = 0; i < SCENES; i++) {
            for (int j = 0; j < i; j++) {
                int distance = scenes.get(i).distance(scenes.get(j));
                nearest = Math.min(nearest, distance);
                sum += distance;
            }
        }
        assertThat(nearest).isGreaterThan(NEAR + 5);
        assertThat(sum / (SCENES * (SCENES - 1) / 2.0)).isBetween(30.0, 34.0);
    }

    @Test
    void picturesWithoutStructureAreNearToNone() {
        PictureMeasures white = measure(flat(400, 300, Color.WHITE));
        assertThat(white.featureless()).isTrue();
        assertThat(white.distance(measure(flat(400, 300, Color.WHITE)))).isEqualTo(64);
        assertThat(measure(scene(1)).featureless()).isFalse();
    }

    @Test
    void blurIsTold() {
        for (int i = 0; i < 12; i++) {
            BufferedImage picture = Scenes.scene(i, 1024, 700);
            assertThat(measure(picture).sharpness()).as("scene %d", i).isGreaterThan(SHARP);
            assertThat(measure(Scenes.blurred(picture, 4)).sharpness())
                    .as("blurred scene %d", i)
                    .isLessThan(SHARP / 2);
        }
    }

    /** The same blur, seen from the same distance, measures the same. */
    @Test
    void sharpnessDoesNotDependOnTheNumberOfPixels() {
        BufferedImage large = Scenes.scene(4, 1600, 1200);
        double whole = measure(large).sharpness();
        assertThat(measure(halved(large)).sharpness())
                .isCloseTo(whole, Percentage.withPercentage(30));
    }

    @Test
    void aSharpFaceBeforeABlurredBackgroundIsSharp() {
        BufferedImage picture = Scenes.blurred(Scenes.scene(6, 900, 900), 6);
        assertThat(measure(picture).sharpness()).isLessThan(SHARP);
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(Scenes.scene(7, 300, 400), 300, 250, null);
        graphics.dispose();
        assertThat(measure(picture).sharpness()).isGreaterThan(SHARP);
    }

    @Test
    void exposureIsMeasured() {
        BufferedImage picture = flat(200, 100, new Color(128, 128, 128));
        fill(picture, 0, 50, Color.BLACK);
        fill(picture, 180, 20, Color.WHITE);
        PictureMeasures measures = measure(picture);
        assertThat(measures.shadows()).isEqualTo(0.25, Offset.offset(0.01));
        assertThat(measures.highlights()).isEqualTo(0.1, Offset.offset(0.01));
        assertThat(measures.contrast()).isEqualTo(1);
        assertThat(measure(flat(64, 64, new Color(90, 90, 90))).contrast()).isZero();
        BufferedImage dull = flat(100, 100, new Color(100, 100, 100));
        fill(dull, 0, 30, new Color(151, 151, 151));
        assertThat(measure(dull).contrast()).isEqualTo(0.2, Offset.offset(0.001));
    }

    @Test
    void onlyTheVerySamePixelsHaveOneHash() throws IOException {
        BufferedImage picture = Scenes.scene(3, 60, 40);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        BufferedImage again = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        assertThat(measure(again).pixels()).isEqualTo(measure(picture).pixels());
        again.setRGB(59, 39, again.getRGB(59, 39) ^ 1);
        assertThat(measure(again).pixels()).isNotEqualTo(measure(picture).pixels());
        assertThat(measure(flat(2, 3, Color.RED)).pixels())
                .isNotEqualTo(measure(flat(3, 2, Color.RED)).pixels());
    }

    @Test
    void picturesOfAPixelOrALineAreMeasured() {
        for (int[] size : new int[][] {{1, 1}, {1, 700}, {3000, 2}, {3, 3}}) {
            PictureMeasures measures = measure(Scenes.scene(1, size[0], size[1]));
            assertThat(measures.sharpness()).isNotNegative().isFinite();
            assertThat(measures.contrast()).isBetween(0.0, 1.0);
        }
    }

    private static BufferedImage flat(int width, int height, Color color) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        fill(picture, 0, width, color);
        return picture;
    }

    private static void fill(BufferedImage picture, int left, int width, Color color) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(left, 0, width, picture.getHeight());
        graphics.dispose();
    }
}
