package atelier.service.generation.metadata;

import atelier.model.AtelierException;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.SettingsLookup;
import atelier.service.storage.FileFailures;
import atelier.service.storage.PngChunks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads from PNG, JPEG and WebP files how they were generated, by Atelier or another tool.
 *
 * <p>The files may be damaged or hostile: what cannot be made out is left out, memory stays
 * bounded, and nothing in them is ever run or fetched.
 */
public final class ImageSettingsReader {

    private static final int HEAD = 12;

    /** The first that understands the texts wins. */
    private static final List<ForeignSettings> TOOLS =
            List.of(
                    new AtelierSettings(),
                    new InvokeSettings(),
                    new FooocusSettings(),
                    new InfotextSettings(),
                    new ComfySettings());

    /**
     * Looks for settings in a file.
     *
     * @throws AtelierException if the file cannot be read at all
     */
    public SettingsLookup read(Path image) {
        try {
            EmbeddedTexts texts = texts(image);
            if (texts == null) {
                return new SettingsLookup.NothingFound(
                        image + " is not a PNG, JPEG or WebP picture, so it holds no settings.");
            }
            for (ForeignSettings tool : TOOLS) {
                ImageSettings settings = tool.read(texts.byKeyword());
                if (settings != null) {
                    return new SettingsLookup.Found(settings);
                }
            }
            return new SettingsLookup.NothingFound(image + reason(texts));
        } catch (IOException e) {
            throw FileFailures.reading(image, e);
        }
    }

    /**
     * The texts that a picture file carries, by their keywords in a PNG; what other formats have in
     * their user comment goes under "parameters".
     *
     * @throws AtelierException if the file cannot be read at all
     */
    public static Map<String, String> textsIn(Path image) {
        try {
            EmbeddedTexts texts = texts(image);
            return texts == null ? Map.of() : texts.byKeyword();
        } catch (IOException e) {
            throw FileFailures.reading(image, e);
        }
    }

    private static String reason(EmbeddedTexts texts) {
        if (!texts.problems().isEmpty()) {
            return " holds no settings that can be read: " + texts.problems().getFirst() + ".";
        } else if (!texts.byKeyword().isEmpty()) {
            return " holds text, but no generation settings that Atelier knows.";
        }
        return " holds no generation settings.";
    }

    private static @Nullable EmbeddedTexts texts(Path image) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(image)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (PngChunks.begins(head)) {
            return PngTexts.read(image);
        } else if (text.startsWith("\u00ff\u00d8\u00ff")
                || (text.startsWith("RIFF") && text.endsWith("WEBP"))) {
            return ExifTexts.read(image);
        }
        return null;
    }
}
