package atelier.service.prompt;

import atelier.model.AtelierException;
import java.util.ArrayList;
import java.util.List;

/** The wordings that the choices of a prompt come to; the last choice changes fastest. */
final class Variants {

    /** More than that is a slip of the hand. */
    static final long MOST = 10_000;

    private Variants() {}

    /** How many there are; at most {@link Long#MAX_VALUE}. */
    static long count(List<PromptPiece> pieces) {
        long count = 1;
        for (PromptPiece piece : pieces) {
            if (piece instanceof PromptPiece.Choice choice) {
                long options = 0;
                for (List<PromptPiece> option : choice.options()) {
                    options = plus(options, count(option));
                }
                count = times(count, options);
            }
        }
        return count;
    }

    private static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private static long times(long one, long other) {
        return one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
    }

    /**
     * Each of them, without choices.
     *
     * @throws AtelierException if there are more than {@link #MOST}
     */
    static List<List<PromptPiece>> of(List<PromptPiece> pieces) {
        long count = count(pieces);
        if (count > MOST) {
            throw new AtelierException(
                    "The choices of this prompt come to %d wordings, and %d at most can be made at once: take some away."
                            .formatted(count, MOST));
        }
        return expand(pieces);
    }

    private static List<List<PromptPiece>> expand(List<PromptPiece> pieces) {
        List<List<PromptPiece>> variants = List.of(List.of());
        for (PromptPiece piece : pieces) {
            List<List<PromptPiece>> endings =
                    piece instanceof PromptPiece.Choice choice
                            ? choice.options().stream()
                                    .flatMap(option -> expand(option).stream())
                                    .toList()
                            : List.of(List.of(piece));
            List<List<PromptPiece>> longer = new ArrayList<>();
            for (List<PromptPiece> beginning : variants) {
                for (List<PromptPiece> ending : endings) {
                    List<PromptPiece> whole = new ArrayList<>(beginning);
                    whole.addAll(ending);
                    longer.add(whole);
                }
            }
            variants = longer;
        }
        return variants;
    }
}
