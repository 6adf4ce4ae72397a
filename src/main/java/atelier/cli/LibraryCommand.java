package atelier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on what the workspace holds. */
@Command(
        name = "library",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Works on what the workspace holds.")
public final class LibraryCommand implements Runnable {

    @Spec private CommandSpec spec;

    /** Refuses a command line that does not say what to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do with the library is missing.");
    }
}
