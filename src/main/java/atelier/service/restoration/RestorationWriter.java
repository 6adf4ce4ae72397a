package atelier.service.restoration;

import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.RestorationResult;
import atelier.model.restoration.RestorationWish;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PngText;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saves restored images as PNG with every text that the source carries, and with what was done: in
 * A1111's words under {@code postprocessing}, and in Atelier's own JSON.
 */
final class RestorationWriter {

    /** Under these keywords it stands in a PNG file. */
    static final String KEYWORD = "atelier-restoration";

    static final String FOREIGN_KEYWORD = "postprocessing";

    private static final String SCHEMA = "atelier.restoration/1";
    private static final JsonMapper JSON = new JsonMapper();

    private final String version;

    /**
     * @param version of Atelier
     */
    RestorationWriter(String version) {
        this.version = version;
    }

    /** What Atelier's own JSON tells. */
    private record Note(
            String schema,
            String source,
            String sha256,
            RestorationWish wish,
            int facesFound,
            int facesRestored,
            String version) {}

    /**
     * Saves an image, in place of one that is there; whole or not at all.
     *
     * @param source its file
     * @param sha256 of the source
     */
    void write(
            Path file, Path source, String sha256, RestorationWish wish, RestorationResult result) {
        int restored = result.count(FaceOutcome.RESTORED);
        Map<String, String> carried = new TreeMap<>(ImageSettingsReader.textsIn(source));
        carried.remove(KEYWORD);
        carried.remove(FOREIGN_KEYWORD);
        List<PngText> texts = new ArrayList<>();
        carried.forEach((keyword, text) -> texts.add(PngText.plain(keyword, text)));
        texts.add(PngText.plain(FOREIGN_KEYWORD, words(wish, restored)));
        String note =
                JSON.writeValueAsString(
                        new Note(
                                SCHEMA,
                                source.getFileName().toString(),
                                sha256,
                                wish,
                                result.faces().size(),
                                restored,
                                version));
        texts.add(new PngText(KEYWORD, note, true));
        Bitmap bitmap = result.picture();
        BufferedImage image = Bitmaps.image(bitmap);
        AtomicFiles.replace(
                file,
                out -> {
                    if (bitmap.isTransparent()) {
                        PngWriter.writeWithAlpha(image, texts, out);
                    } else {
                        PngWriter.write(image, texts, out);
                    }
                });
    }

    /** Copies an image as it is, in place of one that is there; whole or not at all. */
    static void copy(Path file, Path source) {
        AtomicFiles.replace(file, out -> Files.copy(source, out));
    }

    private static String words(RestorationWish wish, int restored) {
        List<String> words = new ArrayList<>();
        if (wish.factor() > 1) {
            words.add("Postprocess upscale by: " + wish.factor());
            words.add("Postprocess upscaler: " + wish.upscaler());
        }
        if (restored > 0) {
            words.add("Face restoration: " + wish.restorer());
            words.add("Face restoration visibility: " + wish.strength());
        }
        return String.join(", ", words);
    }
}
