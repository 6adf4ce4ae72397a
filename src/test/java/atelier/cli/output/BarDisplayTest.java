package atelier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.Progress;
import atelier.service.job.Pace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarDisplayTest {

    private static String shown(java.nio.charset.Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BarDisplay bar = new BarDisplay(new PrintStream(bytes, true, charset))) {
            bar.show(Progress.of("Loading", 0, 2, "tensor"), new Pace(0, 0));
            bar.show(new Progress("Sampling", 3, 4, "step", "loss\n0.5"), new Pace(0, 36));
        }
        return bytes.toString(charset);
    }

    @Test
    void aBarShowsStageUnitsSpeedAndRemark() {
        String terminal = shown(StandardCharsets.UTF_8);
        assertThat(terminal).contains("Loading", "Sampling", "3/4", "12.0 s/step", "█");
        assertThat(terminal).contains("loss\\u000a0.5");
    }

    @Test
    void aTerminalWithoutBlockCharactersGetsPlainOnes() {
        assertThat(shown(StandardCharsets.US_ASCII)).contains("3/4", "=").doesNotContain("█");
    }

    @Test
    void theLineOfAnOpenBarIsEnded() {
        assertThat(shown(StandardCharsets.UTF_8)).endsWith(System.lineSeparator());
    }
}
