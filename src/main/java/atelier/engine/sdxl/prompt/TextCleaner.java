package atelier.engine.sdxl.prompt;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as CLIP's authors cleaned theirs before training: damage from copying and encoding repaired
 * (the repairs of the Python library ftfy with its standard settings), white space collapsed, lower
 * case.
 *
 * <p>The repairs, repeated until nothing changes, line by line: HTML character references decoded
 * (not from the first line on that contains {@code <}, which may be markup); UTF-8 read as a
 * one-byte encoding put right ({@link Mojibake}: whole lines only, where ftfy also guesses at
 * parts); C1 controls read as Windows-1252; Latin ligatures taken apart; full-width and half-width
 * forms made plain; curly quotes straightened; lone surrogates replaced by U+FFFD; terminal escapes
 * and control characters dropped; canonical composition (NFC).
 */
final class TextCleaner {

    /** Each round decodes one level of entities; nothing that is meant to be read nests deeper. */
    private static final int MAX_ROUNDS = 10;

    private static final Pattern WHITE_SPACE =
            Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TERMINAL_ESCAPE = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

    private TextCleaner() {}

    /** Cleans a text of any length and content; the result has no line breaks. */
    static String clean(String text) {
        String spaced = WHITE_SPACE.matcher(repair(text)).replaceAll(" ");
        return LowerCase.of(spaced.strip());
    }

    private static String repair(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        boolean markup = false;
        for (int begin = 0; begin < text.length(); ) {
            int lineBreak = text.indexOf('\n', begin);
            int end = lineBreak < 0 ? text.length() : lineBreak + 1;
            String line = text.substring(begin, end);
            markup |= line.indexOf('<') >= 0;
            repaired.append(repairLine(line, !markup));
            begin = end;
        }
        return repaired.toString();
    }

    private static String repairLine(String line, boolean unescape) {
        String current = line;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String before = current;
            current = unescape ? HtmlEntities.unescape(current) : current;
            if (!isPrintableAscii(current)) {
                current = repairCharacters(current);
            }
            if (current.equals(before)) {
                break;
            }
        }
        return current;
    }

    private static boolean isPrintableAscii(String line) {
        return line.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\n');
    }

    private static String repairCharacters(String line) {
        String plain = characters(Mojibake.repair(line));
        String kept = withoutControls(TERMINAL_ESCAPE.matcher(plain).replaceAll(""));
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static String characters(String line) {
        StringBuilder replaced = new StringBuilder(line.length());
        line.codePoints().forEach(c -> appendPlain(replaced, c));
        return replaced.toString();
    }

    private static void appendPlain(StringBuilder to, int code) {
        int c = code >= 0x80 && code <= 0x9f ? Windows1252.decode(code) : code;
        switch (c) {
            // The only one whose compatibility form goes further than its letters.
            case 0xfb05 -> to.append("\u017ft");
            case 0x2bc, 0x2018, 0x2019, 0x201a, 0x201b -> to.append('\'');
            case 0x201c, 0x201d, 0x201e, 0x201f -> to.append('"');
            case '\r', 0x85, 0x2028, 0x2029 -> to.append('\n');
            default -> {
                if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                    to.append('\ufffd');
                } else if (isLigature(c) || isWidthForm(c)) {
                    to.append(
                            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                                    .replace('\u02bc', '\''));
                } else {
                    to.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isLigature(int c) {
        return c == 0x132
                || c == 0x133
                || c == 0x149
                || (c >= 0x1c4 && c <= 0x1cc)
                || (c >= 0x1f1 && c <= 0x1f3)
                || (c >= 0xfb00 && c <= 0xfb06);
    }

    private static boolean isWidthForm(int c) {
        return c == 0x3000 || (c >= 0xff01 && c <= 0xffef);
    }

    private static String withoutControls(String line) {
        StringBuilder kept = new StringBuilder(line.length());
        line.codePoints().filter(c -> !isControl(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** ASCII controls but for white space, deprecated format controls, and the byte-order mark. */
    private static boolean isControl(int c) {
        return (c < 0x20 && "\t\n\f\r".indexOf(c) < 0)
                || c == 0x7f
                || (c >= 0x206a && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffc);
    }
}
