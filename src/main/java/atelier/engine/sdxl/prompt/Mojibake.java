package atelier.engine.sdxl.prompt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * UTF-8 that some program read as Latin-1 or Windows-1252 ({@code CafÃ©}), put right.
 *
 * <p>Only the certain case is touched: the whole line goes back into bytes, and those bytes are
 * valid UTF-8. Text that is meant as it stands hardly ever does that, because every accented letter
 * would have to start a valid sequence; by chance a single pair does ({@code ×½}), so one character
 * of the range that such pairs give is not enough.
 */
final class Mojibake {

    private Mojibake() {}

    /** The line as it was meant, or the line itself. */
    static String repair(String line) {
        if (isAscii(line)) {
            return line;
        }
        for (Optional<byte[]> bytes : List.of(latin1(line), Windows1252.encode(line))) {
            Optional<String> decoded = bytes.flatMap(Mojibake::utf8);
            if (decoded.isPresent() && isConvincing(decoded.get())) {
                return decoded.get();
            }
        }
        return line;
    }

    private static boolean isConvincing(String decoded) {
        boolean sure = decoded.codePoints().anyMatch(c -> c >= 0x800 || (c >= 0x80 && c < 0x100));
        return sure || decoded.codePoints().filter(c -> c >= 0x100).count() > 1;
    }

    private static boolean isAscii(String line) {
        return line.chars().allMatch(c -> c < 0x80);
    }

    private static Optional<byte[]> latin1(String line) {
        return line.chars().allMatch(c -> c < 0x100)
                ? Optional.of(line.getBytes(StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
