package atelier.cli;

import atelier.cli.output.TerminalText;
import atelier.model.AtelierException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user in one line what is wrong with the command line, and where its help is. */
final class UsageReporter implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter terminal = command.getErr();
        String sentence = sentence(mistake);
        terminal.println(
                TerminalText.oneLine(
                        "%s%s%s %s --help shows what can be given."
                                .formatted(
                                        sentence,
                                        sentence.endsWith(".") ? "" : ".",
                                        suggestion(mistake),
                                        command.getCommandSpec().qualifiedName())));
        terminal.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String suggestion(ParameterException mistake) {
        List<String> similar =
                mistake instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions()
                        : List.of();
        return similar.isEmpty() ? "" : " Did you mean " + String.join(" or ", similar) + "?";
    }

    /** What is wrong: the sentence of a value's own check, where there is one. */
    private static String sentence(ParameterException mistake) {
        return String.valueOf(
                mistake.getCause() instanceof AtelierException failure
                        ? failure.getMessage()
                        : mistake.getMessage());
    }
}
