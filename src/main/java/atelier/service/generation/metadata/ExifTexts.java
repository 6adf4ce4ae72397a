package atelier.service.generation.metadata;

import atelier.service.storage.ExifTags;
import atelier.service.storage.Utf8;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts in the Exif block of a JPEG or WebP file: the user comment, where tools put what is
 * "parameters" in a PNG, and texts such as "prompt:{…}", which ComfyUI puts into other tags.
 */
final class ExifTexts {

    private static final int CODE = 8;
    private static final List<String> KEYWORDS = List.of("prompt", "workflow");

    private ExifTexts() {}

    /** Reads the texts of a picture file. */
    static EmbeddedTexts read(Path picture) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Optional<ExifTags> exif = ExifTags.read(picture);
        if (exif.isEmpty()) {
            return new EmbeddedTexts(texts, List.of());
        }
        for (String text : exif.get().texts()) {
            for (String keyword : KEYWORDS) {
                if (text.regionMatches(true, 0, keyword + ":", 0, keyword.length() + 1)) {
                    texts.putIfAbsent(keyword, text.substring(keyword.length() + 1));
                }
            }
        }
        byte[] comment = exif.get().userComment();
        if (comment != null) {
            texts.put("parameters", comment(comment));
        }
        return new EmbeddedTexts(
                texts, exif.get().isDamaged() ? List.of("its Exif block is damaged") : List.of());
    }

    /** Eight bytes name the character code, if the tool kept to the standard (Exif 2.32 §4.6.5). */
    static String comment(byte[] bytes) {
        String code =
                new String(bytes, 0, Math.min(CODE, bytes.length), StandardCharsets.ISO_8859_1);
        String text =
                switch (code) {
                    case "UNICODE\0" -> utf16(rest(bytes));
                    case "ASCII\0\0\0", "\0\0\0\0\0\0\0\0" -> oneByte(rest(bytes));
                    default -> oneByte(bytes);
                };
        return text.replace("\0", "").replace("\ufeff", "");
    }

    private static byte[] rest(byte[] bytes) {
        return Arrays.copyOfRange(bytes, CODE, bytes.length);
    }

    private static String oneByte(byte[] bytes) {
        String text = Utf8.decode(bytes);
        return text == null ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
    }

    /**
     * The byte order is not told: it is not always that of the block around. Parameters hold plain
     * letters enough to know it by; and some tools write UTF-8 even here.
     */
    private static String utf16(byte[] bytes) {
        long first = zeros(bytes, 0);
        long second = zeros(bytes, 1);
        if (first == 0 && second == 0) {
            return oneByte(bytes);
        }
        Charset charset = first >= second ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return new String(bytes, charset);
    }

    private static long zeros(byte[] bytes, int start) {
        long zeros = 0;
        for (int i = start; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
