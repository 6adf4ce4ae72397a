package atelier.cli.option;

import static java.util.Map.entry;

import atelier.model.generation.EmphasisMode;

/** How a prompt's weights act. */
public final class EmphasisArgument extends Choice<EmphasisMode> {

    /** Made by picocli. */
    public EmphasisArgument() {
        super(entry("no-norm", EmphasisMode.NO_NORM), entry("original", EmphasisMode.ORIGINAL));
    }
}
