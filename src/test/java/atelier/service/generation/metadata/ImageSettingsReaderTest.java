package atelier.service.generation.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.SettingsLookup;
import atelier.service.storage.ExifBytes;
import atelier.service.storage.PngBytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSettingsReaderTest {

    private static final Path SAMPLES = Path.of("src/test/resources/pictures");
    private static final String LATIN = text("a café");
    private static final String CYRILLIC = text("кафе 🐈");
    private static final String GRAPH =
            """
            {"1": {"class_type": "KSampler", "inputs": {"seed": 7, "positive": ["2", 0]}},
             "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "from a graph"}}}\
            """;

    @TempDir Path folder;

    private final ImageSettingsReader reader = new ImageSettingsReader();

    @Test
    void allTextChunksOfPngAreRead() {
        byte[] latin = LATIN.getBytes(StandardCharsets.ISO_8859_1);
        assertPrompt(png().tEXt("parameters", latin).endIn(folder), "a café");
        assertPrompt(png().zTXt("parameters", latin).endIn(folder), "a café");
        assertPrompt(png().iTXt("parameters", CYRILLIC, false).endIn(folder), "кафе 🐈");
        assertPrompt(png().iTXt("parameters", CYRILLIC, true).endIn(folder), "кафе 🐈");
        byte[] wrong = CYRILLIC.getBytes(StandardCharsets.UTF_8);
        assertPrompt(png().tEXt("parameters", wrong).endIn(folder), "кафе 🐈");
    }

    @Test
    void userCommentsOfJpegAreReadInEveryCode() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            for (Charset charset :
                    new Charset[] {StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE}) {
                assertPrompt(jpeg(order, "UNICODE\0", CYRILLIC.getBytes(charset)), "кафе 🐈");
            }
            byte[] utf8 = CYRILLIC.getBytes(StandardCharsets.UTF_8);
            assertPrompt(jpeg(order, "UNICODE\0", utf8), "кафе 🐈");
            assertPrompt(jpeg(order, "ASCII\0\0\0", utf8), "кафе 🐈");
            assertPrompt(
                    jpeg(order, "ASCII\0\0\0", LATIN.getBytes(StandardCharsets.ISO_8859_1)),
                    "a café");
            assertPrompt(jpeg(order, "\0\0\0\0\0\0\0\0", utf8), "кафе 🐈");
            assertPrompt(jpeg(order, "", utf8), "кафе 🐈");
        }
    }

    @Test
    void webpIsRead() throws IOException {
        assertPrompt(SAMPLES.resolve("exif.webp"), "a cat, кот 🐈");
        byte[] webp = Files.readAllBytes(SAMPLES.resolve("lossy.webp"));
        Path graph =
                PngBytes.in(
                        folder,
                        "graph.webp",
                        ExifBytes.webpWithExif(webp, ExifBytes.model("prompt:" + GRAPH)));
        assertThat(found(graph).source()).isEqualTo("ComfyUI");
        assertThat(found(graph).prompt()).isEqualTo("from a graph");
        byte[] json =
                "{\"base_model\": \"m\", \"prompt\": \"of fooocus\"}"
                        .getBytes(StandardCharsets.UTF_8);
        Path fooocus =
                PngBytes.in(
                        folder,
                        "fooocus.webp",
                        ExifBytes.webpWithExif(
                                webp, ExifBytes.block(ByteOrder.LITTLE_ENDIAN, 1, json)));
        assertThat(found(fooocus).source()).isEqualTo("Fooocus");
    }

    @Test
    void oursWinsThenWhatSaysMost() {
        PngBytes png = png().iTXt("prompt", GRAPH, false);
        assertThat(found(png.endIn(folder)).source()).isEqualTo("ComfyUI");
        png = png().iTXt("prompt", GRAPH, false).iTXt("parameters", LATIN, false);
        assertThat(found(png.endIn(folder)).source()).isEqualTo("A1111");
        png =
                png().iTXt("prompt", GRAPH, false)
                        .iTXt("parameters", LATIN, false)
                        .iTXt("atelier", AtelierSettings.write(Provenances.full()), true);
        assertThat(found(png.endIn(folder)).provenance()).isEqualTo(Provenances.full());
    }

    @Test
    void ourDamagedTextDoesNotHideTheOthers() {
        Path png =
                png().iTXt("atelier", "{\"schema\": \"atelier.image/1\", \"image\": {}}", false)
                        .iTXt("parameters", LATIN, false)
                        .endIn(folder);
        assertThat(found(png).source()).isEqualTo("A1111");
    }

    @Test
    void plainPicturesHoldNothing() throws IOException {
        Path png = png().endIn(folder);
        assertThat(reason(png)).isEqualTo(png + " holds no generation settings.");
        Path jpeg = PngBytes.in(folder, "plain.jpg", jpegBytes());
        assertThat(reason(jpeg)).isEqualTo(jpeg + " holds no generation settings.");
        Path webp = SAMPLES.resolve("lossless.webp");
        assertThat(reason(webp)).isEqualTo(webp + " holds no generation settings.");
        Path other = png().iTXt("Comment", "made with love", false).endIn(folder);
        assertThat(reason(other))
                .isEqualTo(other + " holds text, but no generation settings that Atelier knows.");
        Path text = Files.writeString(folder.resolve("a.txt"), "hello");
        assertThat(reason(text))
                .isEqualTo(text + " is not a PNG, JPEG or WebP picture, so it holds no settings.");
        assertThatThrownBy(() -> reader.read(folder.resolve("missing.png")))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void damagedChunksAreNamed() {
        byte[] data = PngBytes.join(bytes("parameters\0"), bytes(LATIN));
        assertThat(reason(png().chunk("tEXt", data, 1).endIn(folder)))
                .endsWith(
                        " holds no settings that can be read: the checksum of its tEXt block is wrong.");
        byte[] bomb = PngBytes.zlib(new byte[200 << 20]);
        assertThat(
                        reason(
                                png().chunk("zTXt", PngBytes.join(bytes("parameters\0\0"), bomb))
                                        .endIn(folder)))
                .endsWith(": a compressed block unpacks to more than 16 MB.");
        assertThat(
                        reason(
                                png().chunk(
                                                "zTXt",
                                                PngBytes.join(bytes("parameters\0\0"), bytes("x")))
                                        .endIn(folder)))
                .endsWith(": a compressed block of it is damaged.");
        for (String type : new String[] {"tEXt", "zTXt", "iTXt"}) {
            for (String content : new String[] {"", "no end", "end\0", "a\0\1", "a\0\0\0", "\0"}) {
                assertThat(reason(png().chunk(type, bytes(content)).endIn(folder)))
                        .as(type + content)
                        .contains(" holds ");
            }
        }
        Path part = PngBytes.in(folder, "part.png", png().promise("tEXt", 1 << 30).unfinished());
        assertThat(reason(part)).contains(": ");
    }

    @Test
    void manyBombsTogetherStayWithinTheLimit() {
        PngBytes png = png();
        byte[] large = new byte[15 << 20];
        Arrays.fill(large, (byte) 'a');
        for (int i = 0; i < 20; i++) {
            png.zTXt("text" + i, large);
        }
        assertThat(reason(png.endIn(folder))).contains("its texts unpack to more than 32 MB");
    }

    @Test
    void deepAndHugeJsonIsLeftAlone() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        String array = "{\"1\":" + "[".repeat(200_000) + "}";
        String number =
                "{\"1\": {\"class_type\": \"KSampler\", \"inputs\": {\"seed\": "
                        + "9".repeat(9_000_000)
                        + "}}}";
        for (String text : new String[] {deep, array, number}) {
            for (String keyword :
                    new String[] {"prompt", "invokeai_metadata", "atelier", "parameters"}) {
                Path png = png().iTXt(keyword, text, true).endIn(folder);
                assertThat(reader.read(png)).as(keyword).isNotNull();
            }
        }
        assertThat(reason(png().iTXt("prompt", deep, true).endIn(folder))).contains(" holds ");
    }

    /** Whatever a file holds, the answer is settings or a sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "webp"})
    void damagedBytesNeverCrash(String format) throws IOException {
        byte[] exif =
                ExifBytes.block(
                        ByteOrder.BIG_ENDIAN, 1, PngBytes.join(bytes("UNICODE\0"), bytes("a b c")));
        byte[] sound =
                switch (format) {
                    case "png" ->
                            png().zTXt("parameters", bytes(LATIN))
                                    .iTXt("prompt", GRAPH, true)
                                    .end();
                    case "jpg" -> ExifBytes.jpegWithExif(jpegBytes(), exif);
                    default ->
                            ExifBytes.webpWithExif(
                                    Files.readAllBytes(SAMPLES.resolve("lossy.webp")), exif);
                };
        Random random = new Random(5);
        for (int i = 0; i < 600; i++) {
            byte[] bytes = Arrays.copyOf(sound, sound.length - random.nextInt(sound.length / 2));
            for (int j = random.nextInt(6); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(reader.read(PngBytes.in(folder, "damaged", bytes))).isNotNull();
        }
    }

    private static PngBytes png() {
        return PngBytes.onePixel();
    }

    private Path jpeg(ByteOrder order, String code, byte[] comment) throws IOException {
        byte[] exif =
                ExifBytes.block(
                        order,
                        1,
                        PngBytes.join(code.getBytes(StandardCharsets.ISO_8859_1), comment));
        return PngBytes.in(folder, "exif.jpg", ExifBytes.jpegWithExif(jpegBytes(), exif));
    }

    private static byte[] jpegBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    private void assertPrompt(Path file, String prompt) {
        assertThat(found(file).prompt()).isEqualTo(prompt);
        assertThat(found(file).sampling().seed()).isEqualTo(42);
    }

    private ImageSettings found(Path file) {
        SettingsLookup lookup = reader.read(file);
        assertThat(lookup).isInstanceOf(SettingsLookup.Found.class);
        return ((SettingsLookup.Found) lookup).settings();
    }

    private String reason(Path file) {
        SettingsLookup lookup = reader.read(file);
        assertThat(lookup).isInstanceOf(SettingsLookup.NothingFound.class);
        return ((SettingsLookup.NothingFound) lookup).reason();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(String prompt) {
        return prompt
                + "\nNegative prompt: dull\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Size: 8x8";
    }
}
