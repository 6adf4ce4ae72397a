package atelier.cli;

import atelier.cli.option.EmphasisArgument;
import atelier.model.generation.EmphasisMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What images shall not show, and how prompts are read. */
final class TextOptions {

    @Option(
            names = "--negative",
            paramLabel = "N",
            description =
                    "What to avoid. Without it there is no negative prompt, which SDXL answers with zeros; an empty one is"
                            + " encoded as empty text.")
    private @Nullable String negative;

    @Option(
            names = "--clip-skip",
            paramLabel = "L",
            defaultValue = "0",
            description =
                    "Layers of the text encoders skipped beyond SDXL's own choice. Default: ${DEFAULT-VALUE}, which other programs"
                            + " call clip skip 2.")
    private int clipSkip;

    @Option(
            names = "--emphasis",
            paramLabel = "MODE",
            defaultValue = "no-norm",
            converter = EmphasisArgument.class,
            completionCandidates = EmphasisArgument.class,
            description =
                    "How weights act, ${COMPLETION-CANDIDATES}: on each token alone, or with the mean of the chunk restored."
                            + " Default: ${DEFAULT-VALUE}.")
    private EmphasisMode emphasis;

    @Nullable String negative() {
        return negative;
    }

    int clipSkip() {
        return clipSkip;
    }

    EmphasisMode emphasis() {
        return emphasis;
    }
}
