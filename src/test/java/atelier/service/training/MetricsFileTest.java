package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetricsFileTest {

    @TempDir private Path folder;

    private static StepReport report(long step) {
        return new StepReport(step, 1, 0.5, 2.25, 1e-4, 0.125, null, null);
    }

    @Test
    void eachStepIsInTheFileBeforeTheNext() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        try (MetricsFile metrics = MetricsFile.create(file)) {
            for (int step = 1; step <= 3; step++) {
                metrics.stepped(report(step));
                assertThat(Files.readAllLines(file)).hasSize(step);
            }
        }
        JsonNode last = new JsonMapper().readTree(Files.readAllLines(file).getLast());
        assertThat(last.path("step").longValue()).isEqualTo(3);
        assertThat(last.path("loss").doubleValue()).isEqualTo(0.5);
        assertThat(last.path("gradientNorm").doubleValue()).isEqualTo(2.25);
        assertThat(last.path("learningRate").doubleValue()).isEqualTo(1e-4);
        assertThat(last.has("probe")).isFalse();
        assertThat(last.path("seconds").doubleValue()).isEqualTo(0.125);
    }

    @Test
    void anotherRunsNumbersAreNeverWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("metrics.jsonl"), "mine");
        assertThatThrownBy(() -> MetricsFile.create(file))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderThatIsGoneIsNamed() {
        Path file = folder.resolve("gone/metrics.jsonl");
        assertThatThrownBy(() -> MetricsFile.create(file))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(file.getParent().toString());
    }
}
