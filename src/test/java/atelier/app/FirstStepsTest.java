package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.AtelierCli;
import atelier.cli.FirstStepsCommand;
import atelier.cli.output.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** What plain mvn runs. */
class FirstStepsTest {

    private final List<String> called = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    @Command(name = "studio")
    private final class Window implements Callable<Integer> {
        @Override
        public Integer call() {
            called.add("studio");
            return 0;
        }
    }

    @Command(name = "demo")
    private final class Demonstration implements Callable<Integer> {
        @Override
        public Integer call() {
            called.add("demo");
            return 1;
        }
    }

    private int run(boolean screen) {
        return new AtelierCli(
                        List.of(
                                new Window(),
                                new Demonstration(),
                                new FirstStepsCommand(() -> screen)),
                        Path.of("workspace"),
                        Path.of("atelier.log"),
                        Terminal.none())
                .writingTo(new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .run("first-steps");
    }

    @Test
    void theWindowOpensWhereThereIsAScreen() {
        assertThat(run(true)).isZero();
        assertThat(called).containsExactly("studio");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theDemonstrationRunsElsewhereAndSaysSoAndItsExitCodeIsKept() {
        assertThat(run(false)).isEqualTo(1);
        assertThat(called).containsExactly("demo");
        assertThat(err.toString()).contains("no screen here").contains("atelier demo");
    }
}
