package atelier.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/**
 * Tells the user in one line what is wrong with the command line, and in a second one where its
 * help is.
 */
final class UsageReporter implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter terminal = command.getErr();
        terminal.println(mistake.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, terminal)) {
            terminal.printf(
                    "%s --help shows what can be given.%n",
                    command.getCommandSpec().qualifiedName());
        }
        terminal.flush();
        return CommandLine.ExitCode.USAGE;
    }
}
