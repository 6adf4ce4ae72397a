package atelier.service.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the picture files that people have and Atelier does not read, by their first bytes, with
 * the way out of it.
 */
final class ForeignPictures {

    /** How many first bytes of a file tell its format. */
    static final int HEAD = 64;

    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx");
    private static final Set<String> AVIF = Set.of("avif", "avis");

    /** Most cameras' own files are TIFFs whose first picture is a thumbnail. */
    private static final Set<String> RAW =
            Set.of(
                    "dng", "cr2", "cr3", "nef", "nrw", "arw", "srf", "sr2", "orf", "rw2", "raf",
                    "pef", "srw", "3fr", "iiq", "erf", "kdc", "dcr", "mos", "raw");

    private static final String EXPORT = "export it as JPEG or PNG and use that.";

    private ForeignPictures() {}

    /**
     * What is wrong with a file that is none of the formats read.
     *
     * @param head its first {@link #HEAD} bytes, fewer if it is shorter
     * @return a sentence; null where nothing is known of it
     */
    static @Nullable String refusal(Path file, byte[] head) {
        if (head.length == 0) {
            return file + " is empty, it has 0 bytes; get another copy of it.";
        }
        String format = format(file, new String(head, StandardCharsets.ISO_8859_1));
        return format == null ? null : "%s is %s; %s".formatted(file, format, EXPORT);
    }

    private static @Nullable String format(Path file, String head) {
        if (RAW.contains(ending(file)) && !head.startsWith("\u00ff\u00d8")) {
            return "a camera's raw photograph, which needs developing first";
        } else if (head.startsWith("ftyp", 4)) {
            return ofMediaFile(head.substring(8));
        } else if (head.startsWith("GIF8")) {
            return "a GIF, which Atelier does not read";
        } else if (head.startsWith("\0\0\0\fJXL ") || head.startsWith("\u00ff\n")) {
            return "a JPEG XL picture, which Atelier does not read";
        } else if (head.startsWith("\0\0\0\fjP  ")) {
            return "a JPEG 2000 picture, which Atelier does not read";
        } else if (head.startsWith("8BPS")) {
            return "a Photoshop document, which Atelier does not read";
        } else if (head.contains("<svg")) {
            return "a drawing in SVG, which Atelier does not read";
        }
        return null;
    }

    /** The first brand says what it is meant for, those behind it what it also follows. */
    private static String ofMediaFile(String brands) {
        for (int at = 0; at + 4 <= brands.length(); at += 4) {
            String brand = brands.substring(at, at + 4);
            if (HEIF.contains(brand)) {
                return "a HEIC photograph, which Atelier does not read";
            } else if (AVIF.contains(brand)) {
                return "an AVIF picture, which Atelier does not read";
            } else if (brand.equals("crx ")) {
                return "a camera's raw photograph, which needs developing first";
            }
        }
        return brands.startsWith("mif1") || brands.startsWith("msf1")
                ? "a HEIF picture, which Atelier does not read"
                : "a video and no picture";
    }

    private static String ending(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
