package atelier.cli;

import atelier.cli.output.Terminal;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import java.nio.file.Path;
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
        exitCodeList = {
            "0:done",
            "1:failed; one line says why",
            "2:the command line is wrong; one line says where",
            "130:stopped with Ctrl-C"
        })
final class AtelierCommand implements Runnable {

    private final Terminal terminal;
    private final CancelToken cancel = new CancelToken();

    @Spec private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "On a failure print where it arose, too.")
    private boolean verbose;

    @Option(
            names = "--workspace",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = {
                "Folder of your work: imported tokenizers, images, training runs.",
                "Default: the environment's ATELIER_WORKSPACE, else Atelier in your home folder."
            })
    private Path workspace;

    /**
     * @param workspace the folder of the user's work unless the command line names another
     */
    AtelierCommand(Path workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    /** Refuses a command line that names no subcommand. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** Whether the user wants a failure's stack trace on the terminal. */
    boolean verbose() {
        return verbose;
    }

    /** The folder of the user's work. */
    Workspace workspace() {
        return new Workspace(workspace);
    }

    /** Where to show output. */
    Terminal terminal() {
        return terminal;
    }

    /** Set when the user wants the command to stop. */
    CancelToken cancel() {
        return cancel;
    }
}
