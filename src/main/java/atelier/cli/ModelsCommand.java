package atelier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on the models that Atelier brings along. */
@Command(
        name = "models",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Works on the models that Atelier brings along.")
public final class ModelsCommand implements Runnable {

    @Spec private CommandSpec spec;

    /** Refuses a command line that does not say what to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do with the models is missing.");
    }
}
