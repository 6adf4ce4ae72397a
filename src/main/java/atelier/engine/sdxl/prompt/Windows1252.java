package atelier.engine.sdxl.prompt;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Windows-1252 as browsers read it: the five bytes that the code page leaves undefined stand for
 * the C1 control characters of the same number.
 */
final class Windows1252 {

    private static final char[] CHARACTERS = characters();
    private static final Map<Character, Byte> BYTES = bytes();

    private Windows1252() {}

    /** The character of a byte, 0 to 255. */
    static char decode(int unsignedByte) {
        return CHARACTERS[unsignedByte];
    }

    /** The bytes of a text, or nothing where a character is not in the code page. */
    static Optional<byte[]> encode(String text) {
        byte[] encoded = new byte[text.length()];
        for (int i = 0; i < encoded.length; i++) {
            Byte b = BYTES.get(text.charAt(i));
            if (b == null) {
                return Optional.empty();
            }
            encoded[i] = b;
        }
        return Optional.of(encoded);
    }

    private static char[] characters() {
        char[] characters = new char[256];
        Charset charset = Charset.forName("windows-1252");
        for (int b = 0; b < 256; b++) {
            char decoded = new String(new byte[] {(byte) b}, charset).charAt(0);
            characters[b] = decoded == '\ufffd' ? (char) b : decoded;
        }
        return characters;
    }

    private static Map<Character, Byte> bytes() {
        Map<Character, Byte> bytes = new HashMap<>();
        for (int b = 0; b < 256; b++) {
            bytes.put(CHARACTERS[b], (byte) b);
        }
        return Map.copyOf(bytes);
    }
}
