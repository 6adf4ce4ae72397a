package atelier.cli;

import atelier.cli.output.TerminalText;
import atelier.model.AtelierException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Tells the user why a command failed: an {@link AtelierException}'s sentence as it stands, a
 * defect in short with the log file that holds the rest. The stack trace goes to the log, and with
 * {@code --verbose} to the terminal, too.
 */
final class FailureReporter implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReporter.class);

    private final AtelierCommand root;
    private final Path logFile;

    FailureReporter(AtelierCommand root, Path logFile) {
        this.root = root;
        this.logFile = logFile;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult parsed) {
        return report(failure, command.getErr());
    }

    /** Reports {@code failure} and gives the exit code that stands for it. */
    int report(Throwable failure, PrintWriter terminal) {
        if (failure instanceof AtelierException) {
            LOG.info("The command failed", failure);
            terminal.println(TerminalText.oneLine(String.valueOf(failure.getMessage())));
        } else {
            LOG.error("The command met a defect", failure);
            terminal.printf(
                    "Atelier met a defect of its own (%s); %s says more, and a report with that file helps to mend it.%n",
                    shortText(failure), logFile);
        }
        if (root.verbose()) {
            failure.printStackTrace(terminal);
        }
        terminal.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String shortText(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        return message == null
                ? name
                : name + ": " + TerminalText.oneLine(message.lines().findFirst().orElse(""));
    }
}
