package atelier.service.prompt;

import atelier.model.AtelierException;
import atelier.model.generation.PlannedPrompt;
import atelier.model.generation.PromptMark;
import atelier.model.generation.PromptReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Makes the prompts of single images from one that is written for many: <code>{a|b|c}</code> makes
 * each image once with every wording, {@code __name__} draws a line of a file for each image. What
 * is drawn follows from the image's seed. Methods wait for the disk.
 */
public final class PromptService {

    private final Wildcards wildcards;
    private final PromptMarks marks;

    /**
     * @param wildcards the folder of files to draw from; need not exist
     */
    public PromptService(Path wildcards) {
        this.wildcards = new Wildcards(wildcards);
        this.marks = new PromptMarks(this.wildcards);
    }

    /**
     * What is understood of a prompt; never fails.
     *
     * @param triggers that call up adapters, to find them in it
     */
    public PromptReading read(String prompt, Collection<String> triggers) {
        try {
            List<PromptPiece> pieces = TemplateParser.parse(prompt);
            List<PromptMark> found = marks.find(prompt, pieces, triggers);
            return new PromptReading(found, Variants.count(pieces), problem(found));
        } catch (AtelierException e) {
            return new PromptReading(List.of(), 1, String.valueOf(e.getMessage()));
        }
    }

    private String problem(List<PromptMark> found) {
        for (PromptMark mark : found) {
            if (mark.kind() == PromptMark.Kind.WILDCARD && mark.amount() == 0) {
                try {
                    wildcards.needed(mark.words());
                } catch (AtelierException e) {
                    return String.valueOf(e.getMessage());
                }
            }
        }
        return "";
    }

    /** A prompt in which no sign stands for a choice, such as that of an image. */
    public static String literal(String words) {
        return words.replaceAll("[{}|]", "\\\\$0");
    }

    /**
     * What a prompt comes to: each wording with every seed. Images of the same text stay together.
     *
     * @param seed of the first image of each wording
     * @param each how many images of each wording, at least 1
     * @throws AtelierException if the prompt cannot be read, a wildcard has nothing to draw, or
     *     there are more than 10,000 wordings
     */
    public List<PlannedPrompt> plan(String prompt, long seed, int each) {
        List<PlannedPrompt> plan = new ArrayList<>();
        for (List<PromptPiece> variant : Variants.of(TemplateParser.parse(prompt))) {
            long first = seed;
            String text = text(variant, seed);
            for (long next = seed + 1; next < seed + each; next++) {
                String other = text(variant, next);
                if (!other.equals(text)) {
                    plan.add(new PlannedPrompt(text, first, (int) (next - first)));
                    first = next;
                    text = other;
                }
            }
            plan.add(new PlannedPrompt(text, first, (int) (seed + each - first)));
        }
        return plan;
    }

    private String text(List<PromptPiece> variant, long seed) {
        return new WildcardDraw(wildcards, seed).fill(variant).strip();
    }
}
