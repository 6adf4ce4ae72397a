package atelier.cli.output;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a process shows its output: chooses bars where a person watches, plain lines where not.
 *
 * @param bars where bars are drawn; null where there is no terminal
 */
public record Terminal(@Nullable PrintStream bars) {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_OBJECTS = Duration.ofMillis(200);

    /** The terminal that this process was started from, if it was. */
    public static Terminal ofThisProcess() {
        // Some versions give no console away from a terminal, others one that says so.
        boolean watched =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new Terminal(watched ? System.err : null);
    }

    /** No terminal at all. */
    public static Terminal none() {
        return new Terminal(null);
    }

    /**
     * The output of one command.
     *
     * @param out for results, and for progress in JSON mode
     * @param err for progress as plain lines
     */
    public JobOutput open(boolean json, PrintWriter out, PrintWriter err) {
        return new JobOutput(out, json, display(json, out, err), System::nanoTime);
    }

    private ProgressDisplay display(boolean json, PrintWriter out, PrintWriter err) {
        if (json) {
            return new JsonDisplay(out, new Throttle(System::nanoTime, BETWEEN_OBJECTS));
        }
        return bars == null
                ? new LineDisplay(err, new Throttle(System::nanoTime, BETWEEN_LINES))
                : new BarDisplay(bars);
    }
}
