package atelier.engine.sdxl.prompt;

import java.util.List;
import java.util.Random;

/** Random texts for properties that must hold for any text. */
final class Texts {

    private static final List<String> PIECES =
            List.of(
                    "cat",
                    "Photo",
                    "ing",
                    " ",
                    "  ",
                    "\n",
                    "\r\n",
                    "\t",
                    "!",
                    ",",
                    "'s",
                    "(",
                    ")",
                    "[",
                    "]",
                    ":1.2)",
                    "\\",
                    "BREAK",
                    "“",
                    "’",
                    "ﬁ",
                    "Ｆ",
                    "é",
                    "e\u0301",
                    "İ",
                    "Σ",
                    "猫",
                    "\u200d",
                    "👩🏽",
                    "½",
                    "&amp;",
                    "&#0;",
                    "<",
                    "<|endoftext|>",
                    "\0",
                    "\u0007",
                    "\u001b[31m",
                    "\u0085",
                    "\u00a0",
                    "\ufeff",
                    "\ufffd",
                    "\ud800",
                    "\udc00");

    private Texts() {}

    /** Up to that many pieces: words, syntax, damage, or any UTF-16 unit or code point at all. */
    static String any(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces + 1); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(1 << 16));
                case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    /** One to three words that no cleaning changes, of several scripts. */
    static String clean(Random random) {
        List<String> words =
                List.of(
                        "cat",
                        "it's",
                        "35mm",
                        "!!",
                        "a,b",
                        "猫",
                        "владимир",
                        "ñu猫",
                        "🐱",
                        "½x",
                        "...");
        StringBuilder text = new StringBuilder(words.get(random.nextInt(words.size())));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(' ').append(words.get(random.nextInt(words.size())));
        }
        return text.toString();
    }
}
