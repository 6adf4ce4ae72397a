package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsHistoryTest {

    @TempDir private Path folder;

    private static StepReport report(long step) {
        return new StepReport(step, 1, step, 2.25, 1e-4, 0.125, null, null);
    }

    private Path file(int steps) {
        Path file = folder.resolve("metrics.jsonl");
        try (MetricsFile metrics = MetricsFile.create(file)) {
            for (int step = 1; step <= steps; step++) {
                metrics.stepped(report(step));
            }
        }
        return file;
    }

    private static List<Long> steps(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> TinyTraining.JSON.readTree(line).get("step").longValue())
                .toList();
    }

    @Test
    void stepsThatWillBeDoneAgainAreTakenAway() throws IOException {
        Path file = file(5);
        try (MetricsFile metrics = MetricsFile.resume(file, 3)) {
            assertThat(steps(file)).containsExactly(1L, 2L, 3L);
            metrics.stepped(report(4));
        }
        assertThat(steps(file)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aLineThatWasCutOffIsTakenAway() throws IOException {
        Path file = file(3);
        Files.writeString(file, "{\"step\":4,\"epo", StandardOpenOption.APPEND);
        try (MetricsFile metrics = MetricsFile.resume(file, 9)) {
            metrics.stepped(report(4));
        }
        assertThat(steps(file)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aLineWithoutItsEndIsTakenAwayToo() throws IOException {
        Path file = file(3);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 1));
        MetricsFile.resume(file, 9).close();
        assertThat(steps(file)).containsExactly(1L, 2L);
    }

    @Test
    void aFileThatIsNotThereBeginsEmpty() {
        Path file = folder.resolve("new.jsonl");
        MetricsFile.resume(file, 0).close();
        assertThat(file).isEmptyFile();
    }

    @Test
    void meanLossesAreThoseOfTheFirstAndTheLastTenth() {
        MetricsHistory.Losses losses = MetricsHistory.losses(file(25), 25);
        // Steps 1 to 3, and 23 to 25.
        assertThat(losses.first()).isEqualTo(2, within(1e-12));
        assertThat(losses.last()).isEqualTo(24, within(1e-12));
    }
}
