package atelier.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** Asks the person at the terminal whether to go on. */
@FunctionalInterface
public interface Consent {

    /**
     * Asks.
     *
     * @return whether the answer was yes; not where there is nobody to answer
     */
    boolean given(String question);

    /** From the terminal that this process was started from. */
    static Consent ofThisProcess() {
        return question ->
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(console -> console.readLine("%s [y/N] ", question))
                        .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
                        .filter(answer -> answer.equals("y") || answer.equals("yes"))
                        .isPresent();
    }
}
