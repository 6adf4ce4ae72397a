package atelier.engine.sdxl.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Character references of the HTML Standard, decoded where they are whole and unambiguous: a name
 * of the standard's table of up to 24 letters or a number, closed by a semicolon. {@code this&not
 * that} stays as it is.
 */
final class HtmlEntities {

    private static final Pattern REFERENCE = Pattern.compile("&(#?[0-9A-Za-z]{1,24});");
    private static final Pattern NUMBER = Pattern.compile("#(?:([0-9]+)|[xX]([0-9A-Fa-f]+))");

    /** References that the standard also decodes without a semicolon, followed by more. */
    private static final Pattern UNCLOSED = Pattern.compile("(?:AMP|COPY|GT|LT|QUOT|REG).");

    private static final Map<String, String> NAMED = load();

    private HtmlEntities() {}

    /** The text with one level of references decoded; what is not a reference stays. */
    static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(decode(m.group(), m.group(1))));
    }

    private static String decode(String whole, String body) {
        Matcher number = NUMBER.matcher(body);
        if (number.matches()) {
            BigInteger value =
                    number.group(1) != null
                            ? new BigInteger(number.group(1))
                            : new BigInteger(number.group(2), 16);
            String decoded = numbered(value);
            // A semicolon would be read as part of the next reference.
            return decoded.equals(";") ? whole : decoded;
        }
        String named = NAMED.get(body);
        if (named != null) {
            return named;
        }
        // Databases that upper-case everything leave references such as &EACUTE; behind.
        String lower = NAMED.get(body.toLowerCase(Locale.ROOT));
        boolean upperCased =
                body.equals(body.toUpperCase(Locale.ROOT)) && !UNCLOSED.matcher(body).lookingAt();
        return lower != null && upperCased ? lower.toUpperCase(Locale.ROOT) : whole;
    }

    /** The HTML Standard's "numeric character reference end state". */
    private static String numbered(BigInteger value) {
        if (value.compareTo(BigInteger.valueOf(Character.MAX_CODE_POINT)) > 0) {
            return "\ufffd";
        }
        int code = value.intValue();
        if (code == 0 || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
            return "\ufffd";
        }
        if (code >= 0x80 && code <= 0x9f) {
            return String.valueOf(Windows1252.decode(code));
        }
        return isNonCharacter(code) ? "" : Character.toString(code);
    }

    private static boolean isNonCharacter(int code) {
        boolean control = (code < 0x20 && "\t\n\f\r".indexOf(code) < 0) || code == 0x7f;
        return control || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;
    }

    private static Map<String, String> load() {
        Map<String, String> named = new HashMap<>();
        try (InputStream in = HtmlEntities.class.getResourceAsStream("html-entities.txt");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, "html-entities.txt"),
                                        StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    named.put(line.substring(0, line.indexOf(' ')), characters(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(named);
    }

    private static String characters(String line) {
        StringBuilder characters = new StringBuilder();
        String[] fields = line.split(" ", -1);
        for (int i = 1; i < fields.length; i++) {
            characters.appendCodePoint(Integer.parseInt(fields[i], 16));
        }
        return characters.toString();
    }
}
