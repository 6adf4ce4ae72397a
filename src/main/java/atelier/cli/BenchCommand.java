package atelier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast this machine is. */
@Command(
        name = "bench",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures how fast this machine is.")
public final class BenchCommand implements Runnable {

    @Spec private CommandSpec spec;

    /** Refuses a command line that does not say what to measure. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to measure is missing.");
    }
}
