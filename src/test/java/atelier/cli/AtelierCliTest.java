package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.output.Terminal;
import atelier.model.AtelierException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class AtelierCliTest {

    private static final Path LOG_FILE = Path.of("logs", "atelier.log");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "work", description = "Does what the test asks.")
    static final class Work implements Runnable {

        @Option(names = "--size", converter = NeverASize.class)
        @Nullable String size;

        @Parameters final List<String> arguments = new ArrayList<>();

        private final Runnable action;

        Work(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            action.run();
        }
    }

    static final class NeverASize implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            throw new AtelierException(
                    "The size " + value + " is not a multiple of 8; choose 512x512.");
        }
    }

    private int run(Work work, String... args) {
        return new AtelierCli(List.of(work), Path.of("work"), LOG_FILE, Terminal.none())
                .writingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .run(args);
    }

    private static Work failing(RuntimeException failure) {
        return new Work(() -> {
            throw failure;
        });
    }

    private static Work idle() {
        return new Work(() -> {});
    }

    @Test
    void aCommandThatEndsWellGivesZeroAndSaysNothingOfItsOwn() {
        assertThat(run(idle(), "work")).isZero();
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void argumentsReachTheCommandAsTheyAre() {
        Work work = idle();
        assertThat(run(work, "work", "@cat", "", "two words", "\"quoted\"", "снег", "*")).isZero();
        assertThat(work.arguments)
                .containsExactly("@cat", "", "two words", "\"quoted\"", "снег", "*");
    }

    @Test
    void aFailureOfTheUsersIsItsSentenceAndNothingElse() {
        AtelierException failure =
                new AtelierException(
                        "The file a.png is empty; choose another.", new IllegalStateException());
        assertThat(run(failing(failure), "work")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("The file a.png is empty; choose another.\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void verboseShowsWhereAFailureArose() {
        AtelierException failure =
                new AtelierException(
                        "The file a.png is empty.", new IllegalStateException("deeper"));
        assertThat(run(failing(failure), "work", "--verbose")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("The file a.png is empty.")
                .contains("AtelierCliTest", "deeper");
    }

    @Test
    void aDefectIsOneLineThatNamesTheLogFile() {
        assertThat(run(failing(new IllegalStateException("first line\nsecond line")), "work"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("IllegalStateException: first line", LOG_FILE.toString())
                .doesNotContain("second line");
    }

    @Test
    void anErrorOfTheVirtualMachineIsReportedLikeADefect() {
        Work work =
                new Work(() -> {
                    throw new UnsatisfiedLinkError("no such library");
                });
        assertThat(run(work, "work")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("no such library");
    }

    @Test
    void anUnknownCommandIsAMistakeOfUse() {
        assertThat(run(idle(), "paint")).isEqualTo(2);
        assertThat(err.toString()).contains("paint");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnknownOptionIsAMistakeOfUseAndTheCommandsOwnHelpIsNamed() {
        assertThat(run(idle(), "work", "--wrong")).isEqualTo(2);
        assertThat(err.toString()).contains("--wrong", "atelier work --help");
    }

    @Test
    void aMistakeOfUseIsOneLineWithTheLikeliestWord() {
        assertThat(run(idle(), "work", "--verbos")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--verbose");
    }

    @Test
    void controlCharactersOfArgumentsDoNotReachTheTerminal() {
        assertThat(run(idle(), "work", "--x\u001b[2J\n")).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("--x\\u001b[2J\\u000a")
                .doesNotContain("\u001b");
    }

    @Test
    void aValueThatItsOwnCheckRefusesIsNamedInThatChecksSentence() {
        assertThat(run(idle(), "work", "--size", "513x1")).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("The size 513x1 is not a multiple of 8; choose 512x512.");
    }

    @Test
    void aMissingCommandIsAMistakeOfUse() {
        assertThat(run(idle())).isEqualTo(2);
        assertThat(err.toString()).contains("A command is missing.", "atelier --help");
    }

    @Test
    void helpOfTheRootListsTheCommandsAndTheExitCodes() {
        assertThat(run(idle(), "--help")).isZero();
        assertThat(out.toString()).contains("work", "Does what the test asks.", "0", "1", "2");
    }

    @Test
    void everyCommandHasHelpAndVersion() {
        assertThat(run(idle(), "work", "--help")).isZero();
        assertThat(run(idle(), "work", "--version")).isZero();
        assertThat(out.toString()).contains("Usage: atelier work", "Atelier ");
    }

    @Test
    void versionNamesAllThatAReportMustNameAndTheBuildFilledItIn() {
        assertThat(run(idle(), "--version")).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" \\d+\\.\\d+.*", "")))
                .containsExactly("Atelier", "Java", "DJL", "LibTorch", "ONNX Runtime", "JavaFX");
        assertThat(out.toString())
                .contains("Java " + Runtime.version().feature())
                .doesNotContain("${", "none");
    }
}
