package atelier.cli;

import atelier.cli.option.ColourArgument;
import atelier.model.dataset.DatasetOptions;
import picocli.CommandLine.Option;

/** How pictures to train on are read. */
final class DataOptions {

    @Option(
            names = "--recursive",
            description = "Read the pictures in folders inside, too; those of a zip always are.")
    private boolean recursive;

    @Option(
            names = "--allow-few",
            description =
                    "Be content with fewer than ten pictures; the adapter will know little else.")
    private boolean allowFew;

    @Option(
            names = "--background",
            paramLabel = "COLOUR",
            converter = ColourArgument.class,
            defaultValue = "white",
            description =
                    "What transparent pictures are laid over: white, black, grey or #rrggbb. Default: ${DEFAULT-VALUE}.")
    private int background;

    DatasetOptions options() {
        return new DatasetOptions(recursive, allowFew, background);
    }
}
