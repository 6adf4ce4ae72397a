package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.AtelierCli;
import atelier.cli.BenchCommand;
import atelier.cli.BenchUiCommand;
import atelier.cli.BenchUiCommand.Frames;
import atelier.cli.BenchUiCommand.Smoothness;
import atelier.cli.output.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the measuring of the window asks for and tells. */
class BenchUiCommandTest {

    private static final Smoothness SMOOTHNESS =
            new Smoothness(
                    new Frames(10, 16, 40, 120, 1),
                    new Frames(600, 17, 30, 90, 0),
                    new Frames(1250, 18, 31, 70, 0),
                    300L << 20);

    @TempDir private Path folder;
    private final Deque<Double> starts = new ArrayDeque<>(List.of(900.0, 700.0, 800.0));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private double seconds;
    private int images;

    private int run(BenchUiCommand.Starts started, String... args) {
        CommandLine bench =
                new CommandLine(new BenchCommand())
                        .addSubcommand(
                                new BenchUiCommand(
                                        started,
                                        (time, count, _, _) -> {
                                            seconds = time;
                                            images = count;
                                            return SMOOTHNESS;
                                        }));
        return new AtelierCli(
                        List.of(bench), Path.of("workspace"), Path.of("a.log"), Terminal.none())
                .writingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .run(args);
    }

    @Test
    void theMedianOfTheStartsAndTheFramesAreTold() {
        assertThat(
                        run(
                                _ -> starts.remove(),
                                "bench",
                                "ui",
                                "--starts",
                                "3",
                                "--seconds",
                                "5",
                                "--images",
                                "12",
                                "--json"))
                .as("%s", err)
                .isZero();
        assertThat(seconds).isEqualTo(5);
        assertThat(images).isEqualTo(12);
        JsonNode told =
                JsonMapper.shared().readTree(out.toString().lines().findFirst().orElseThrow());
        assertThat(told.path("startMedian").doubleValue()).isEqualTo(800);
        assertThat(told.path("startMillis")).hasSize(3);
        assertThat(told.path("visits").path("p99").doubleValue()).isEqualTo(30);
        assertThat(told.path("firstVisits").path("tooLong").longValue()).isEqualTo(1);
        assertThat(told.path("scrolling").path("count").intValue()).isEqualTo(1250);
        assertThat(told.path("heap").longValue()).isEqualTo(300L << 20);
    }

    @Test
    void withoutTheDistributionNoStartIsMeasuredAndTheSentenceSaysWhatToDo() {
        assertThat(run(new WindowStarts(folder), "bench", "ui")).isEqualTo(1);
        assertThat(err.toString()).contains("bin/atelier is not there").contains("--starts 0");
        assertThat(images).as("nothing else is begun").isZero();
    }

    @Test
    void amountsThatMakeNoSenseAreRefused() {
        assertThat(run(_ -> 1, "bench", "ui", "--images", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("--images");
    }
}
