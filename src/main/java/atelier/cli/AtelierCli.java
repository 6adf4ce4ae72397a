package atelier.cli;

import atelier.cli.option.NumberArgument;
import atelier.cli.option.PathArgument;
import atelier.cli.output.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * Runs one command line and gives its exit code: 0 done, 1 failed, 2 the command line is wrong.
 *
 * <p>Arguments are taken as they are: a prompt that begins with {@code @} is no file of arguments.
 */
public final class AtelierCli {

    private final AtelierCommand root;
    private final CommandLine commandLine;
    private final FailureReporter failures;

    /**
     * The command line with the given subcommands.
     *
     * @param subcommands objects annotated with {@link CommandLine.Command}, in the order of the
     *     help
     * @param workspace the folder of the user's work unless the command line names another
     * @param logFile where this process logs, named to the user when a defect is met
     * @param terminal where progress is shown
     */
    public AtelierCli(List<?> subcommands, Path workspace, Path logFile, Terminal terminal) {
        root = new AtelierCommand(workspace, terminal);
        failures = new FailureReporter(root, logFile);
        commandLine = new CommandLine(root);
        subcommands.forEach(commandLine::addSubcommand);
        addStandardOptions(commandLine);
        NumberArgument.register(commandLine);
        commandLine
                .registerConverter(Path.class, new PathArgument())
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(new UsageReporter());
    }

    /** Gives every command, however deep, {@code --help} and {@code --version}. */
    private static void addStandardOptions(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Versions());
        command.getSubcommands().values().forEach(AtelierCli::addStandardOptions);
    }

    /** Writes results and reports to the given places instead of the standard streams. */
    public AtelierCli writingTo(PrintWriter out, PrintWriter err) {
        commandLine.setOut(out).setErr(err);
        return this;
    }

    /** Runs the command line {@code args}; never throws. */
    public int run(String... args) {
        Interruption interruption = Interruption.watch(root.cancel(), commandLine.getErr());
        try {
            return execute(args);
        } finally {
            interruption.workIsOver();
        }
    }

    private int execute(String... args) {
        try {
            return commandLine.execute(args);
        } catch (Throwable defect) {
            return failures.report(defect, commandLine.getErr());
        }
    }
}
