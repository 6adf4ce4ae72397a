package atelier.app;

import atelier.cli.ImportTokenizerCommand;
import java.util.List;

/**
 * The one list of what the command line can do, each command built with the services it works on.
 */
final class Subcommands {

    private Subcommands() {}

    /** Every command, in the order of the help. */
    static List<Object> all(Services services) {
        return List.of(new ImportTokenizerCommand(services::tokenizerImport));
    }
}
