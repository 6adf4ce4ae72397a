package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

    private static final Path SAMPLES = Path.of("src/test/resources/pictures");
    private static final String ICC = "ICC_PROFILE\0\1\1";

    @TempDir Path folder;

    private final PictureReader reader = new PictureReader();

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void losslessFormatsGiveEveryPixel(String format) throws IOException {
        BufferedImage picture = noise(37, 23);
        Path file = folder.resolve("picture." + format);
        assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
        assertThat(pixels(reader.read(file))).isEqualTo(pixels(picture));
    }

    @Test
    void jpegComesClose() throws IOException {
        BufferedImage read = reader.read(jpeg(32, 24, new Color(200, 100, 50)));
        assertThat(read.getWidth()).isEqualTo(32);
        assertThat(read.getHeight()).isEqualTo(24);
        assertNear(read.getRGB(16, 12), 200, 100, 50);
    }

    @Test
    void webpOfBothKindsIsRead() {
        BufferedImage lossless = reader.read(SAMPLES.resolve("lossless.webp"));
        assertThat(pixels(lossless))
                .containsExactly(0xff0000, 0x00ff00, 0x0000ff, 0x000000, 0x808080, 0xffffff);
        assertNear(reader.read(SAMPLES.resolve("lossy.webp")).getRGB(16, 16), 200, 100, 50);
    }

    @Test
    void theContentDecidesAndNotTheName() throws IOException {
        Path file = folder.resolve("really-a-png.jpg");
        ImageIO.write(noise(3, 3), "png", file.toFile());
        assertThat(reader.read(file).getWidth()).isEqualTo(3);
    }

    /** The stored picture is red, green, blue over black, grey, white. */
    @ParameterizedTest
    @CsvSource({
        "1, 'RGB,KAW'", "2, 'BGR,WAK'", "3, 'WAK,BGR'", "4, 'KAW,RGB'",
        "5, 'RK,GA,BW'", "6, 'KR,AG,WB'", "7, 'WB,AG,KR'", "8, 'BW,GA,RK'"
    })
    void orientationIsApplied(int orientation, String expected) throws IOException {
        byte[] exif = ExifBytes.block(ByteOrder.BIG_ENDIAN, orientation, new byte[8]);
        byte[] webp = Files.readAllBytes(SAMPLES.resolve("lossless.webp"));
        Path file = PngBytes.in(folder, "turned.webp", ExifBytes.webpWithExif(webp, exif));
        assertThat(letters(reader.read(file))).isEqualTo(expected);
    }

    @Test
    void orientationIsFoundInEveryFormat() throws IOException {
        byte[] exif = ExifBytes.block(ByteOrder.LITTLE_ENDIAN, 6, new byte[8]);
        assertThat(letters(reader.read(SAMPLES.resolve("exif.webp")))).isEqualTo("KR,AG,WB");

        byte[] jpeg = Files.readAllBytes(jpeg(32, 24, Color.RED));
        Path turned = PngBytes.in(folder, "turned.jpg", ExifBytes.jpegWithExif(jpeg, exif));
        assertThat(reader.read(turned).getWidth()).isEqualTo(24);

        byte[] rows = {0, 1, 2, 3, 4, 5, 6};
        Path png =
                PngBytes.header(2, 1)
                        .chunk("eXIf", exif)
                        .chunk("IDAT", PngBytes.zlib(rows))
                        .endIn(folder);
        assertThat(pixels(reader.read(png))).containsExactly(0x010203, 0x040506);
        assertThat(reader.read(png).getHeight()).isEqualTo(2);
    }

    @Test
    void alphaIsLaidOverWhite() throws IOException {
        BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0xff123456);
        picture.setRGB(1, 0, 0x00123456);
        picture.setRGB(2, 0, 0x80000000);
        Path file = folder.resolve("alpha.png");
        ImageIO.write(picture, "png", file.toFile());
        assertThat(pixels(reader.read(file))).containsExactly(0x123456, 0xffffff, 0x7f7f7f);
        assertThat(pixels(reader.read(SAMPLES.resolve("alpha.webp"))))
                .containsExactly(0xff0000, 0x7f7f7f);
    }

    @Test
    void greyLevelsStayAsTheyAre() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            BufferedImage picture = new BufferedImage(256, 1, type);
            for (int level = 0; level < 256; level++) {
                int sample = type == BufferedImage.TYPE_BYTE_GRAY ? level : level * 257;
                picture.getRaster().setSample(level, 0, 0, sample);
            }
            for (String format : List.of("png", "tiff")) {
                Path file = folder.resolve(type + "." + format);
                ImageIO.write(picture, format, file.toFile());
                int[] read = pixels(reader.read(file));
                for (int level = 0; level < 256; level++) {
                    assertThat(read[level]).as(file + " " + level).isEqualTo(level * 0x010101);
                }
            }
        }
    }

    @Test
    void sixteenBitsAChannelBecomeEight() throws IOException {
        ComponentColorModel model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        false,
                        false,
                        Transparency.OPAQUE,
                        DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(256, 1);
        for (int level = 0; level < 256; level++) {
            raster.setPixel(level, 0, new int[] {level * 257, 0, 65535 - level * 257});
        }
        Path file = folder.resolve("deep.png");
        ImageIO.write(new BufferedImage(model, raster, false, null), "png", file.toFile());
        int[] read = pixels(reader.read(file));
        for (int level = 0; level < 256; level++) {
            assertThat(read[level]).isEqualTo(level << 16 | 255 - level);
        }
    }

    @Test
    void aColourProfileIsApplied() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] rows = {0, (byte) 128, (byte) 128, (byte) 128, 55, 55, 55};
        Path png =
                PngBytes.header(2, 1)
                        .chunk(
                                "iCCP",
                                PngBytes.join(
                                        "linear\0\0".getBytes(StandardCharsets.UTF_8),
                                        PngBytes.zlib(linear)))
                        .chunk("IDAT", PngBytes.zlib(rows))
                        .endIn(folder);
        // 1.055 · (128/255)^(1/2.4) − 0.055 = 0.7370, 1.055 · (55/255)^(1/2.4) − 0.055 = 0.5018
        BufferedImage read = reader.read(png);
        assertNear(read.getRGB(0, 0), 188, 188, 188);
        assertNear(read.getRGB(1, 0), 128, 128, 128);

        byte[] jpeg = Files.readAllBytes(jpeg(16, 16, new Color(128, 128, 128)));
        Path file = PngBytes.in(folder, "linear.jpg", ExifBytes.jpegWith(jpeg, 0xe2, ICC, linear));
        assertNear(reader.read(file).getRGB(8, 8), 188, 188, 188);
    }

    @Test
    void aColourProfileThatMakesNoSenseIsPassedOver() throws IOException {
        byte[] gray = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        byte[] name = "x\0\0".getBytes(StandardCharsets.UTF_8);
        for (byte[] profile :
                List.of(
                        name,
                        PngBytes.join(name, PngBytes.zlib(gray)),
                        PngBytes.join(name, PngBytes.zlib(new byte[200])))) {
            Path png =
                    PngBytes.header(1, 1)
                            .chunk("iCCP", profile)
                            .chunk("IDAT", PngBytes.zlib(new byte[] {0, 9, 8, 7}))
                            .endIn(folder);
            assertThat(pixels(reader.read(png))).containsExactly(0x090807);
        }
    }

    @Test
    void aPictureThatIsTooLargeIsRefusedBeforeItIsDecoded() throws IOException {
        Path bomb =
                PngBytes.header(100_000, 100_000)
                        .chunk("IDAT", PngBytes.zlib(new byte[1]))
                        .endIn(folder);
        assertThatThrownBy(() -> new PictureReader(PictureReader.MOST_PIXELS).read(bomb))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        bomb
                                + " has 100000 × 100000 pixels, 10000 megapixels, and Atelier reads at most 200 here; scale it down first.");
        assertThat(new PictureReader(6).read(SAMPLES.resolve("lossless.webp"))).isNotNull();
        assertThatThrownBy(() -> new PictureReader(5).read(SAMPLES.resolve("lossless.webp")))
                .hasMessageContaining("3 × 2 pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "tiff", "webp"})
    void aPictureThatWasCutOffIsRefused(String format) throws IOException {
        Path whole = folder.resolve("whole." + format);
        if (format.equals("webp")) {
            Files.copy(SAMPLES.resolve("lossy.webp"), whole);
        } else {
            ImageIO.write(noise(200, 200), format, whole.toFile());
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path part =
                PngBytes.in(folder, "part." + format, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertThatThrownBy(() -> reader.read(part))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith(part.toString());
    }

    @Test
    void whatIsNoPictureIsSaidToBeNone() throws IOException {
        Path text = Files.writeString(folder.resolve("page.png"), "<!doctype html><html></html>");
        Path empty = Files.writeString(folder.resolve("empty.jpg"), "");
        Path gif = folder.resolve("picture.gif");
        ImageIO.write(noise(4, 4), "gif", gif.toFile());
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        text
                                + " is not a picture that Atelier reads; it reads JPEG, PNG, WebP, BMP and TIFF.");
        assertThatThrownBy(() -> reader.read(empty))
                .isInstanceOf(AtelierException.class)
                .hasMessage(empty + " is empty, it has 0 bytes; get another copy of it.");
        assertThatThrownBy(() -> reader.read(gif))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        gif
                                + " is a GIF, which Atelier does not read; export it as JPEG or PNG and use that.");
        Path missing = folder.resolve("missing.png");
        assertThatThrownBy(() -> reader.read(missing)).hasMessageContaining("no such file");
        assertThatThrownBy(() -> reader.read(folder)).hasMessageContaining("it is a folder");
    }

    /** Whatever a file holds, the answer is a picture or a sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "tiff", "webp"})
    void damagedBytesNeverCrash(String format) throws IOException {
        Path whole = folder.resolve("whole." + format);
        if (format.equals("webp")) {
            Files.copy(SAMPLES.resolve("exif.webp"), whole);
        } else {
            ImageIO.write(noise(20, 20), format, whole.toFile());
        }
        byte[] sound = Files.readAllBytes(whole);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = sound.clone();
            for (int j = 0; j < 4; j++) {
                bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt();
            }
            Path file = PngBytes.in(folder, "damaged." + format, bytes);
            try {
                assertThat(new PictureReader(1_000_000).read(file)).isNotNull();
            } catch (AtelierException e) {
                assertThat(e).hasMessageStartingWith(file.toString()).hasMessageEndingWith(".");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private Path jpeg(int width, int height, Color color) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, color.getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return PngBytes.in(folder, "plain.jpg", out.toByteArray());
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }

    private static int[] pixels(BufferedImage picture) {
        assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        int[] pixels =
                picture.getRGB(
                        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).map(pixel -> pixel & 0xffffff).toArray();
    }

    private static String letters(BufferedImage picture) {
        int[] pixels = pixels(picture);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            letters.append(i > 0 && i % picture.getWidth() == 0 ? "," : "");
            letters.append(
                    switch (pixels[i]) {
                        case 0xff0000 -> 'R';
                        case 0x00ff00 -> 'G';
                        case 0x0000ff -> 'B';
                        case 0x000000 -> 'K';
                        case 0x808080 -> 'A';
                        default -> 'W';
                    });
        }
        return letters.toString();
    }

    private static void assertNear(int rgb, int red, int green, int blue) {
        Color color = new Color(rgb);
        assertThat(Math.abs(color.getRed() - red)).as(color.toString()).isLessThanOrEqualTo(3);
        assertThat(Math.abs(color.getGreen() - green)).as(color.toString()).isLessThanOrEqualTo(3);
        assertThat(Math.abs(color.getBlue() - blue)).as(color.toString()).isLessThanOrEqualTo(3);
    }
}
