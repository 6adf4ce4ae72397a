package atelier.service.generation.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.ImageProvenance;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.SettingsLookup;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

class GeneratedImageWriterTest {

    @TempDir Path folder;

    private final GeneratedImageWriter writer = new GeneratedImageWriter();

    @Test
    void everythingComesBackAsItWas() {
        for (int seed = 0; seed < 300; seed++) {
            ImageProvenance image = Provenances.arbitrary(new Random(seed));
            assertThat(read(write(image)).provenance()).isEqualTo(image);
        }
        assertThat(read(write(Provenances.full())).provenance()).isEqualTo(Provenances.full());
    }

    @Test
    void noNegativePromptIsNotAnEmptyOne() {
        ImageProvenance none = Provenances.plain("a");
        ImageProvenance empty =
                new ImageProvenance(
                        none.prompt(),
                        "",
                        none.template(),
                        none.width(),
                        none.height(),
                        none.conditioning(),
                        none.sampling(),
                        none.seed(),
                        none.clipSkip(),
                        none.emphasis(),
                        none.init(),
                        none.model(),
                        none.engine());
        assertThat(read(write(none)).negative()).isNull();
        assertThat(read(write(empty)).negative()).isEmpty();
    }

    @Test
    void settingsForTheWindowAreFilledIn() {
        ImageProvenance image = Provenances.full();
        ImageSettings settings = read(write(image));
        assertThat(settings.source()).isEqualTo("Atelier");
        assertThat(settings.prompt()).isEqualTo(image.prompt());
        assertThat(settings.template()).isEqualTo(image.template());
        assertThat(settings.sampling().sampler().id()).isEqualTo("dpmpp-2m-sde");
        assertThat(settings.sampling().schedule().id()).isEqualTo("karras");
        assertThat(settings.sampling().strength()).isEqualTo(0.6);
        assertThat(settings.clipSkip()).isEqualTo(1);
        assertThat(settings.model().hash()).isEqualTo(Provenances.HASH);
        assertThat(settings.adapters()).hasSize(2);
        assertThat(settings.adapters().getFirst().file().hash()).isEqualTo(Provenances.OTHER);
        assertThat(settings.remarks()).isEmpty();
    }

    /** The names in the JSON are a file format: files written once must stay readable. */
    @Test
    void theJsonIsWhatItWas() throws IOException {
        String json = Files.readString(Path.of("src/test/resources/metadata/atelier-1.json"));
        assertThat(Json.MAPPER.readTree(AtelierSettings.write(Provenances.full())))
                .isEqualTo(Json.MAPPER.readTree(json));
        assertThat(new AtelierSettings().read(Map.of("atelier", json)).provenance())
                .isEqualTo(Provenances.full());
        assertThat(
                        new AtelierSettings()
                                .read(Map.of("atelier", json.replaceFirst("\\{", "{\"new\": [1],")))
                                .provenance())
                .isEqualTo(Provenances.full());
    }

    /** In files of other hands anything may be missing or of another kind. */
    @Test
    void everySingleFlawInTheJsonIsPutUpWith() throws IOException {
        String json = Files.readString(Path.of("src/test/resources/metadata/atelier-1.json"));
        String[] values = {"null", "[]", "{}", "\"x\"", "1e999", "true", "-5"};
        int read = 0;
        int refused = 0;
        for (String value : values) {
            Matcher matcher = Pattern.compile("(\"\\w+\": )([^\\[{,\n]+)").matcher(json);
            while (matcher.find()) {
                String flawed =
                        json.substring(0, matcher.start(2))
                                + value
                                + json.substring(matcher.end(2));
                if (new AtelierSettings().read(Map.of("atelier", flawed)) == null) {
                    refused++;
                } else {
                    read++;
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
        assertThat(read).isGreaterThan(20);
        assertThat(
                        new AtelierSettings()
                                .read(Map.of("atelier", "{\"schema\":\"atelier.image/1\"}")))
                .isNull();
    }

    @Test
    void anotherReaderSeesPixelsAndTexts() throws IOException {
        Random random = new Random(3);
        for (int[] size : new int[][] {{1, 1}, {3, 2}, {7, 200}, {200, 7}, {64, 64}}) {
            BufferedImage image = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < size[1]; y++) {
                for (int x = 0; x < size[0]; x++) {
                    boolean smooth = y < size[1] / 2;
                    image.setRGB(x, y, smooth ? x * 0x010203 + y : random.nextInt() & 0xffffff);
                }
            }
            Path file = writer.write(folder, "image", image, Provenances.full(), null);
            BufferedImage read = ImageIO.read(file.toFile());
            for (int y = 0; y < size[1]; y++) {
                for (int x = 0; x < size[0]; x++) {
                    assertThat(read.getRGB(x, y) & 0xffffff)
                            .isEqualTo(image.getRGB(x, y) & 0xffffff);
                }
            }
            Map<String, String> texts = textsByJava(file);
            assertThat(texts).containsOnlyKeys("iTXt parameters", "iTXt atelier");
            assertThat(texts.get("iTXt parameters"))
                    .isEqualTo(InfotextWriter.write(Provenances.full()));
            assertThat(texts.get("iTXt atelier"))
                    .isEqualTo(AtelierSettings.write(Provenances.full()));
        }
    }

    @Test
    void plainTextGoesWhereEveryToolLooks() throws IOException {
        assertThat(textsByJava(write(Provenances.plain("a café"))))
                .containsOnlyKeys("tEXt parameters", "iTXt atelier");
        assertThat(textsByJava(write(Provenances.plain("кафе"))))
                .containsOnlyKeys("iTXt parameters", "iTXt atelier");
        // In Latin-1 its bytes would be those of another text in UTF-8.
        assertThat(textsByJava(write(Provenances.plain("cafÃ©"))))
                .containsOnlyKeys("iTXt parameters", "iTXt atelier");
    }

    @Test
    void controlCharactersDoNoHarm() throws IOException {
        ImageProvenance image = Provenances.plain("a\0b\u0007c\r\nd\u0085e\ud800f");
        Path file = write(image);
        assertThat(read(file).provenance()).isEqualTo(image);
        assertThat(ImageIO.read(file.toFile())).isNotNull();
    }

    @Test
    void whatAnImageWasMadeForIsNoPartOfHow() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        ImageProvenance provenance = Provenances.plain("a cat");
        Path file = writer.write(folder, "image", image, provenance, "12@34 0:7");
        assertThat(ImageSettingsReader.textsIn(file))
                .containsEntry(GeneratedImageWriter.ORIGIN, "12@34 0:7");
        assertThat(read(file)).isEqualTo(read(write(provenance)));
    }

    @Test
    void imagesAreNumberedAndNeverReplaced() {
        Path first = write(Provenances.plain("one"));
        Path second = write(Provenances.plain("two"));
        assertThat(first).hasFileName("image-00001.png");
        assertThat(second).hasFileName("image-00002.png");
        assertThat(read(first).prompt()).isEqualTo("one");
        assertThat(read(second).prompt()).isEqualTo("two");
    }

    @Test
    void aMissingFolderIsSaid() {
        Path missing = folder.resolve("missing");
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(
                        () -> writer.write(missing, "image", image, Provenances.plain("a"), null))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("the folder " + missing + " does not exist");
    }

    private Path write(ImageProvenance provenance) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        return writer.write(folder, "image", image, provenance, null);
    }

    private static ImageSettings read(Path file) {
        SettingsLookup lookup = new ImageSettingsReader().read(file);
        assertThat(lookup).isInstanceOf(SettingsLookup.Found.class);
        return ((SettingsLookup.Found) lookup).settings();
    }

    private static Map<String, String> textsByJava(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(in);
            IIOMetadataNode root =
                    (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            Map<String, String> texts = new HashMap<>();
            for (String type : new String[] {"tEXt", "iTXt"}) {
                NodeList entries = root.getElementsByTagName(type + "Entry");
                for (int i = 0; i < entries.getLength(); i++) {
                    IIOMetadataNode entry = (IIOMetadataNode) entries.item(i);
                    String attribute = type.equals("tEXt") ? "value" : "text";
                    texts.put(
                            type + " " + entry.getAttribute("keyword"),
                            entry.getAttribute(attribute));
                }
            }
            reader.dispose();
            return texts;
        }
    }
}
