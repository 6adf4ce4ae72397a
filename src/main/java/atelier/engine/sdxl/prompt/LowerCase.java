package atelier.engine.sdxl.prompt;

import java.util.Locale;

/**
 * Full lower-casing by the Unicode Standard, section 3.13. The JDK looks for word boundaries to
 * tell a final sigma; the standard looks at the neighbouring letters, and so do the tokenizers.
 */
final class LowerCase {

    private static final int SIGMA = 'Σ';

    /** Unicode's word-break classes MidLetter, MidNumLet and Single_Quote. */
    private static final String MIDDLE_OF_WORD =
            "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

    private LowerCase() {}

    static String of(String text) {
        if (text.indexOf(SIGMA) < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        int[] characters = text.codePoints().toArray();
        StringBuilder resolved = new StringBuilder(text.length());
        for (int i = 0; i < characters.length; i++) {
            resolved.appendCodePoint(characters[i] == SIGMA ? sigma(characters, i) : characters[i]);
        }
        return resolved.toString().toLowerCase(Locale.ROOT);
    }

    private static int sigma(int[] characters, int at) {
        boolean ends = besideCased(characters, at, -1) && !besideCased(characters, at, 1);
        return ends ? 'ς' : 'σ';
    }

    /** Whether the nearest character in that direction that is not ignorable has a case. */
    private static boolean besideCased(int[] characters, int from, int step) {
        int i = from + step;
        while (i >= 0 && i < characters.length && isIgnorable(characters[i])) {
            i += step;
        }
        return i >= 0 && i < characters.length && isCased(characters[i]);
    }

    private static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    /** The standard's Case_Ignorable. */
    private static boolean isIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL ->
                    true;
            default -> MIDDLE_OF_WORD.indexOf(c) >= 0;
        };
    }
}
