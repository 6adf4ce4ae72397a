package atelier.cli.option;

import static java.util.Map.entry;

import atelier.model.generation.EmphasisMode;
import java.util.List;

/** How a prompt's weights act. */
public final class EmphasisArgument extends Choice<EmphasisMode> {

    /** Made by picocli. */
    public EmphasisArgument() {
        super(
                List.of(
                        entry("no-norm", EmphasisMode.NO_NORM),
                        entry("original", EmphasisMode.ORIGINAL)));
    }
}
