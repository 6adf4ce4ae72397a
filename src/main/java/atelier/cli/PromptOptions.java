package atelier.cli;

import atelier.model.generation.EmphasisMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What images show, and how the text is read. */
final class PromptOptions {

    @Option(
            names = "--prompt",
            required = true,
            paramLabel = "P",
            description =
                    "What to show. (word:1.2) weighs a word, (word) by 1.1, [word] by 1/1.1, BREAK begins a new chunk of 75"
                            + " tokens; a prompt may be as long as you like.")
    private String prompt;

    @Mixin private TextOptions text;

    String prompt() {
        return prompt;
    }

    @Nullable String negative() {
        return text.negative();
    }

    int clipSkip() {
        return text.clipSkip();
    }

    EmphasisMode emphasis() {
        return text.emphasis();
    }
}
