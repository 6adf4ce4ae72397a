package atelier.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people's picture files are besides 8-bit RGB. */
class PictureFormatsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/pictures");

    @TempDir Path folder;

    private final PictureReader reader = new PictureReader();

    @ParameterizedTest
    @CsvSource({
        "photo.heic, a HEIC photograph",
        "photo.avif, an AVIF picture",
        "moving.webp, is animated",
        "moving.png, is animated"
    })
    void whatIsNotReadIsNamedWithTheWayOut(String name, String says) throws IOException {
        // The content decides, whatever the file is called.
        Path file = Files.copy(SAMPLES.resolve(name), folder.resolve("IMG_0001.jpg"));
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith(file + " ")
                .hasMessageContaining(says)
                .hasMessageContaining("export");
    }

    @Test
    void headsOfOtherFormatsAreNamed() throws IOException {
        assertNamed("movie.jpg", "\0\0\0\u0020ftypisom\0\0\2\0isomiso2", "a video");
        assertNamed("plain.heif", "\0\0\0\u0018ftypmif1\0\0\0\0mif1miaf", "a HEIF picture");
        assertNamed("newer.avif", "\0\0\0\u001cftypmif1\0\0\0\0mif1avif", "an AVIF picture");
        assertNamed("camera.cr3", "\0\0\0\u0018ftypcrx \0\0\0\1", "raw photograph");
        assertNamed("a.jxl", "\u00ff\n\0\0", "JPEG XL");
        assertNamed("b.jxl", "\0\0\0\fJXL \r\n\u0087\n", "JPEG XL");
        assertNamed("layers.psd", "8BPS\0\1", "Photoshop");
        assertNamed("logo.svg", "<?xml version=\"1.0\"?><svg xmlns=\"x\">", "SVG");
    }

    /** Its first picture would be a thumbnail. */
    @Test
    void aRawPhotographIsNoTiff() throws IOException {
        Path tiff = folder.resolve("thumbnail.tiff");
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "tiff", tiff.toFile());
        assertThat(reader.read(tiff).getWidth()).isEqualTo(16);
        Path raw = Files.move(tiff, folder.resolve("DSC_0001.NEF"));
        assertThatThrownBy(() -> reader.read(raw)).hasMessageContaining("raw photograph");
    }

    private void assertNamed(String name, String head, String says) throws IOException {
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        Path file = PngBytes.in(folder, name, bytes);
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(says);
    }

    /** Inks have no exact colours on a screen, but cyan has next to no red in it, and so on. */
    @ParameterizedTest
    @ValueSource(strings = {"cmyk.jpg", "cmyk.tif"})
    void inksBecomeColours(String name) {
        BufferedImage read = reader.read(SAMPLES.resolve(name));
        int cyan = read.getRGB(3, 8);
        int magenta = read.getRGB(11, 8);
        int yellow = read.getRGB(19, 8);
        assertThat(cyan >> 16 & 255).isLessThan(90).isLessThan((cyan & 255) - 100);
        assertThat(magenta >> 8 & 255).isLessThan(90).isLessThan((magenta >> 16 & 255) - 100);
        assertThat(yellow & 255).isLessThan(90).isLessThan((yellow >> 16 & 255) - 100);
        assertThat(read.getRGB(29, 2) & 255).isGreaterThan(240);
        assertThat(read.getRGB(29, 13) & 255).isLessThan(60);
    }

    @Test
    void transparencyIsLaidOverTheChosenBackgroundAndTold() throws IOException {
        BufferedImage picture = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0xff123456);
        picture.setRGB(1, 0, 0x00123456);
        picture.setRGB(2, 0, 0x80000000);
        picture.setRGB(3, 0, 0xffffffff);
        Path file = folder.resolve("alpha.png");
        ImageIO.write(picture, "png", file.toFile());
        DecodedPicture decoded = reader.read(file, 0x00ff40, new CancelToken());
        assertThat(decoded.picture().getRGB(0, 0) & 0xffffff).isEqualTo(0x123456);
        assertThat(decoded.picture().getRGB(1, 0) & 0xffffff).isEqualTo(0x00ff40);
        assertThat(decoded.picture().getRGB(2, 0) & 0xffffff).isEqualTo(0x007f20);
        assertThat(decoded.transparent()).isCloseTo((1 + 127 / 255.0) / 4, within());
        assertThat(reader.opacity(file))
                .hasValueSatisfying(opacity -> {
                    assertThat(opacity.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
                    assertThat(opacity.getRGB(1, 0) & 0xffffff).isZero();
                    assertThat(opacity.getRGB(2, 0) & 0xffffff).isEqualTo(0x808080);
                });
    }

    @Test
    void transparencyOfGreyLevelsAndPalettesCounts() throws IOException {
        Path palette = SAMPLES.resolve("palette.png");
        DecodedPicture decoded = reader.read(palette, 0x00ff00, new CancelToken());
        assertThat(decoded.transparent()).isCloseTo(0.5, within());
        assertThat(decoded.picture().getRGB(0, 0) & 0xffffff).isEqualTo(0xff0000);
        assertThat(decoded.picture().getRGB(1, 0) & 0xffffff).isEqualTo(0x00ff00);

        byte[] rows = {0, (byte) 200, 0, 100, (byte) 255};
        Path grey = PngBytes.greyWithAlpha(2, 1).chunk("IDAT", PngBytes.zlib(rows)).endIn(folder);
        DecodedPicture over = reader.read(grey, 0x102030, new CancelToken());
        assertThat(over.picture().getRGB(0, 0) & 0xffffff).isEqualTo(0x102030);
        assertThat(over.picture().getRGB(1, 0) & 0xffffff).isEqualTo(0x646464);
    }

    @Test
    void theOpacityIsTurnedUprightAndThereIsNoneOfOpaquePictures() throws IOException {
        byte[] exif = ExifBytes.block(ByteOrder.BIG_ENDIAN, 6, new byte[8]);
        byte[] webp = Files.readAllBytes(SAMPLES.resolve("alpha.webp"));
        Path turned = PngBytes.in(folder, "turned.webp", ExifBytes.webpWithExif(webp, exif));
        assertThat(reader.opacity(turned))
                .hasValueSatisfying(opacity -> assertThat(opacity.getHeight()).isEqualTo(2));
        assertThat(reader.opacity(SAMPLES.resolve("lossy.webp"))).isEmpty();
    }

    @Test
    void theNeedOfMemoryIsKnownFromTheHeader() throws IOException {
        Path bomb =
                PngBytes.header(4000, 5000).chunk("IDAT", PngBytes.zlib(new byte[1])).endIn(folder);
        assertThat(reader.memory(bomb)).isEqualTo(12L * 4000 * 5000);
        Path huge =
                PngBytes.header(40_000, 40_000)
                        .chunk("IDAT", PngBytes.zlib(new byte[1]))
                        .endIn(folder);
        assertThatThrownBy(() -> new PictureReader(PictureReader.MOST_PIXELS).memory(huge))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("40000 × 40000 pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "tiff"})
    void decodingStopsInTheMiddle(String format) throws IOException {
        BufferedImage picture = new BufferedImage(800, 800, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int i = 0; i < 640_000; i++) {
            picture.setRGB(i % 800, i / 800, random.nextInt());
        }
        Path file = folder.resolve("large." + format);
        ImageIO.write(picture, format, file.toFile());
        CancelToken cancel = new CancelToken();
        assertThat(reader.read(file, 0, cancel).picture().getWidth()).isEqualTo(800);
        cancel.cancel();
        assertThatThrownBy(() -> reader.read(file, 0, cancel))
                .isInstanceOf(CancelledException.class);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }
}
