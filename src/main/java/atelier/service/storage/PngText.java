package atelier.service.storage;

import java.nio.charset.StandardCharsets;

/**
 * A text to be written into a PNG file.
 *
 * @param keyword Latin-1, 1 to 79 characters
 * @param text without zeros
 * @param international whether it goes into an iTXt chunk, in UTF-8; else into tEXt, in Latin-1
 */
public record PngText(String keyword, String text, boolean international) {

    /** A text as most tools expect it: tEXt if Latin-1 can hold it, else iTXt. */
    public static PngText plain(String keyword, String text) {
        String clean = text.replace("\0", "");
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(clean);
        return new PngText(keyword, clean, !latin || looksLikeUtf8(clean));
    }

    /** Latin-1 whose bytes happen to be UTF-8 would be read as such by those who guess. */
    private static boolean looksLikeUtf8(String latin) {
        String read = Utf8.decode(latin.getBytes(StandardCharsets.ISO_8859_1));
        return read != null && !read.equals(latin);
    }

    /** The data of its chunk (PNG §11.3.3). */
    byte[] data() {
        String head = keyword + (international ? "\0\0\0\0\0" : "\0");
        return (head + text)
                .getBytes(international ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
