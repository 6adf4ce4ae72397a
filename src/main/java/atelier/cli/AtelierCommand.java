package atelier.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The root of the command line: what every subcommand shares. The work is done by the subcommands.
 */
@Command(
        name = "atelier",
        description =
                "Trains LoRA adapters of SDXL models and makes images with them, on this machine alone.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; one line says why", "2:the command line is wrong"})
final class AtelierCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "On a failure print where it arose, too.")
    private boolean verbose;

    /** Refuses a command line that names no subcommand. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** Whether the user wants a failure's stack trace on the terminal. */
    boolean verbose() {
        return verbose;
    }
}
