package atelier.engine.sdxl.prompt;

import atelier.model.AtelierException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attention syntax of AUTOMATIC1111's web interface, which prompts are shared in.
 *
 * <ul>
 *   <li>{@code (a)} weighs a × 1.1, {@code [a]} ÷ 1.1, {@code (a:1.3)} × 1.3; brackets nest and
 *       multiply;
 *   <li>{@code \(}, {@code \)}, {@code \[}, {@code \]} and {@code \\} are the characters
 *       themselves; any other backslash vanishes;
 *   <li>an opening bracket that never closes applies to the rest; a closing one that was never
 *       opened is text;
 *   <li>{@code BREAK} as a word of its own starts a new chunk, inside brackets too;
 *   <li>neighbours of equal weight become one text.
 * </ul>
 *
 * <p>Parentheses weigh in every prompt; a prompt that means them escapes them. A number that is
 * none, as in {@code (a:1.2.3)}, is text. Prompt scheduling ({@code [a:b:0.5]}, {@code [a|b]}) and
 * {@code AND} are not part of this syntax and read as text and brackets.
 */
public final class PromptParser {

    private static final double ROUND = 1.1;
    private static final double SQUARE = 1 / 1.1;

    private static final int EXCERPT = 40;

    /** Each bracket goes through all that it holds, so that deep nesting takes its square. */
    private static final int DEEPEST = 5000;

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\\\[()\\[\\]\\\\]|\\\\|[(\\[]|:\\s*([+-]?[.\\d]+)\\s*\\)|[)\\]]|[^\\\\()\\[\\]:]+|:");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)");
    private static final Pattern BREAK =
            Pattern.compile("\\bBREAK\\b", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Integer> round = new ArrayDeque<>();
    private final Deque<Integer> square = new ArrayDeque<>();

    private PromptParser() {}

    /** A part whose weight still changes while brackets close. */
    private static final class Piece {
        final String text;
        final boolean isBreak;
        double weight = 1;

        Piece(String text, boolean isBreak) {
            this.text = text;
            this.isBreak = isBreak;
        }
    }

    /**
     * The parts of a prompt in order; none for an empty prompt.
     *
     * @throws AtelierException if nested weights multiply to more than a float holds, or more than
     *     5000 brackets are open at once
     */
    public static List<PromptPart> parse(CharSequence prompt) {
        PromptParser parser = new PromptParser();
        Matcher token = TOKEN.matcher(prompt);
        while (token.find()) {
            parser.accept(token.group(), token.group(1));
        }
        parser.round.forEach(start -> parser.multiplyFrom(start, ROUND));
        parser.square.forEach(start -> parser.multiplyFrom(start, SQUARE));
        return parser.merged();
    }

    private void accept(String token, @Nullable String weight) {
        if (token.startsWith("\\")) {
            addText(token.substring(1));
        } else if (token.equals("(")) {
            open(round);
        } else if (token.equals("[")) {
            open(square);
        } else if (weight != null && !round.isEmpty()) {
            close(token, weight);
        } else if (token.equals(")") && !round.isEmpty()) {
            multiplyFrom(round.removeLast(), ROUND);
        } else if (token.equals("]") && !square.isEmpty()) {
            multiplyFrom(square.removeLast(), SQUARE);
        } else {
            addText(token);
        }
    }

    private void open(Deque<Integer> brackets) {
        if (round.size() + square.size() == DEEPEST) {
            throw new AtelierException(
                    "The prompt has more than %d brackets open at once: close them, or write \\( and \\[ for brackets that mean themselves."
                            .formatted(DEEPEST));
        }
        brackets.addLast(pieces.size());
    }

    private void close(String token, String weight) {
        if (NUMBER.matcher(weight).matches()) {
            multiplyFrom(round.removeLast(), Double.parseDouble(weight));
        } else {
            addText(token.substring(0, token.length() - 1));
            multiplyFrom(round.removeLast(), ROUND);
        }
    }

    private void addText(String text) {
        Matcher found = BREAK.matcher(text);
        int begin = 0;
        while (found.find()) {
            pieces.add(new Piece(text.substring(begin, found.start()), false));
            pieces.add(new Piece("", true));
            begin = found.end();
        }
        pieces.add(new Piece(text.substring(begin), false));
    }

    private void multiplyFrom(int start, double factor) {
        for (Piece piece : pieces.subList(start, pieces.size())) {
            piece.weight *= factor;
        }
    }

    private List<PromptPart> merged() {
        List<PromptPart> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        double weight = 1;
        for (Piece piece : pieces) {
            if (piece.isBreak || piece.weight != weight) {
                addTo(parts, text, weight);
                weight = piece.isBreak ? weight : piece.weight;
            }
            if (piece.isBreak) {
                parts.add(new PromptPart.Break());
            }
            text.append(piece.text);
        }
        addTo(parts, text, weight);
        return List.copyOf(parts);
    }

    private static void addTo(List<PromptPart> parts, StringBuilder text, double weight) {
        if (text.isEmpty()) {
            return;
        }
        if (!Float.isFinite((float) weight)) {
            throw new AtelierException(
                    "The brackets of the prompt give \u201c%s\u201d a weight beyond all numbers: use weights of about 0.3 to 1.7."
                            .formatted(text.substring(0, Math.min(text.length(), EXCERPT))));
        }
        parts.add(new PromptPart.Text(text.toString(), weight));
        text.setLength(0);
    }
}
