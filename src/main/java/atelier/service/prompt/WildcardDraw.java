package atelier.service.prompt;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.model.AtelierException;
import java.util.List;

/**
 * Fills in the wildcards of one image. What is drawn follows from the image's seed and the
 * wildcard's place alone, so that the image can be made again. A line drawn may hold choices and
 * wildcards itself.
 */
final class WildcardDraw {

    private static final int DEEPEST = 10;

    private final Wildcards wildcards;
    private final long seed;
    private int draws;

    /** Draws for an image of that seed. */
    WildcardDraw(Wildcards wildcards, long seed) {
        this.wildcards = wildcards;
        this.seed = seed;
    }

    /**
     * The text of pieces.
     *
     * @throws AtelierException if a wildcard has no lines, or draws itself
     */
    String fill(List<PromptPiece> pieces) {
        StringBuilder text = new StringBuilder();
        fill(pieces, text, 0);
        return text.toString();
    }

    private void fill(List<PromptPiece> pieces, StringBuilder text, int depth) {
        for (PromptPiece piece : pieces) {
            switch (piece) {
                case PromptPiece.Words words -> text.append(words.text());
                case PromptPiece.Choice choice ->
                        fill(
                                choice.options().get(draw(choice.options().size(), "choice")),
                                text,
                                depth);
                case PromptPiece.Wildcard wildcard -> {
                    if (depth == DEEPEST) {
                        throw new AtelierException(
                                "The wildcard __%s__ draws itself: take it out of its own lines."
                                        .formatted(wildcard.name()));
                    }
                    List<String> lines = wildcards.needed(wildcard.name());
                    String line = lines.get(draw(lines.size(), "wildcard"));
                    fill(TemplateParser.parse(line), text, depth + 1);
                }
            }
        }
    }

    private int draw(int count, String use) {
        return new TorchRandom(Seeds.of(seed, draws++, use)).integers(count, 1)[0];
    }
}
