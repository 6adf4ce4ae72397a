package atelier.service.prompt;

import atelier.model.AtelierException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what users write for several images at once.
 *
 * <ul>
 *   <li><code>{a|b|c}</code> is a choice; choices nest, and an option may be empty;
 *   <li>{@code __name__} is a wildcard; names have letters, digits, hyphens, single underscores,
 *       and slashes for folders;
 *   <li><code>\{</code>, <code>\}</code> and {@code \|} are the characters themselves; {@code |}
 *       outside of braces is one, too. Other backslashes are left to the text encoders' syntax.
 * </ul>
 */
final class TemplateParser {

    /** Deeper nesting is taken for a slip of the hand. */
    private static final int DEEPEST = 50;

    private static final Pattern WILDCARD =
            Pattern.compile("__([\\p{L}\\p{N}](?:[\\p{L}\\p{N}/-]|_(?!_))*)__");

    private final String text;
    private final Matcher wildcard;
    private int place;
    private int depth;

    private TemplateParser(String text) {
        this.text = text;
        this.wildcard = WILDCARD.matcher(text);
    }

    /**
     * The pieces of a prompt in order.
     *
     * @throws AtelierException if a brace has no partner
     */
    static List<PromptPiece> parse(String text) {
        TemplateParser parser = new TemplateParser(text);
        List<PromptPiece> pieces = parser.sequence();
        if (parser.place < text.length()) {
            throw new AtelierException(
                    "A } at place %d of the prompt closes nothing: remove it, or write \\} for the character."
                            .formatted(parser.place + 1));
        }
        return pieces;
    }

    /** Reads until the text ends, or the option does. */
    private List<PromptPiece> sequence() {
        List<PromptPiece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int first = place;
        while (place < text.length()) {
            char sign = text.charAt(place);
            boolean separates = sign == '|' && depth > 0;
            if (separates || sign == '}') {
                break;
            }
            if (sign == '{' || isWildcard(sign)) {
                addWords(pieces, words, first);
                pieces.add(sign == '{' ? choice() : wildcard());
                first = place;
            } else {
                words.append(character());
            }
        }
        addWords(pieces, words, first);
        return pieces;
    }

    private void addWords(List<PromptPiece> pieces, StringBuilder words, int first) {
        if (!words.isEmpty()) {
            pieces.add(new PromptPiece.Words(first, place, words.toString()));
            words.setLength(0);
        }
    }

    private boolean isWildcard(char sign) {
        return sign == '_' && wildcard.region(place, text.length()).lookingAt();
    }

    private PromptPiece wildcard() {
        int start = place;
        place = wildcard.end();
        return new PromptPiece.Wildcard(start, place, wildcard.group(1));
    }

    /** One character, or two where a backslash keeps its meaning for the encoders. */
    private String character() {
        char sign = text.charAt(place);
        if (sign != '\\' || place + 1 == text.length()) {
            place++;
            return String.valueOf(sign);
        }
        char next = text.charAt(place + 1);
        place += 2;
        return "{}|".indexOf(next) >= 0 ? String.valueOf(next) : "\\" + next;
    }

    private PromptPiece choice() {
        int start = place;
        if (++depth > DEEPEST) {
            throw new AtelierException(
                    "The prompt has more than %d braces in one another: take some away."
                            .formatted(DEEPEST));
        }
        List<List<PromptPiece>> options = new ArrayList<>();
        do {
            place++;
            options.add(sequence());
        } while (place < text.length() && text.charAt(place) == '|');
        if (place == text.length()) {
            throw new AtelierException(
                    "The { at place %d of the prompt is never closed: add }, or write \\{ for the character."
                            .formatted(start + 1));
        }
        place++;
        depth--;
        return new PromptPiece.Choice(start, place, options);
    }
}
