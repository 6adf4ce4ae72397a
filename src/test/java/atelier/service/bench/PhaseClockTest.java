package atelier.service.bench;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseClockTest {

    private long now;

    private void after(double seconds, PhaseClock clock, Progress progress) {
        now += (long) (seconds * 1e9);
        clock.progressed(progress);
    }

    @Test
    void eachPhaseHasItsTime() {
        PhaseClock clock = new PhaseClock(() -> now);
        after(2, clock, Progress.of("Sampling image", 0, 2, "step"));
        after(3, clock, Progress.of("Sampling image", 1, 2, "step"));
        after(5, clock, Progress.of("Sampling image", 2, 2, "step"));
        after(0.5, clock, Progress.of("Decoding image", 0, 1, "image"));
        after(4, clock, Progress.of("Decoding image", 1, 1, "image"));
        assertThat(clock.text()).isEqualTo(2);
        assertThat(clock.steps()).containsExactly(3.0, 5.0);
        assertThat(clock.decode()).isEqualTo(4);
        assertThat(clock.image()).isEqualTo(14.5);
    }

    @Test
    void theMedianIsTheMiddleOneOrTheMeanOfTwo() {
        assertThat(Median.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
    }
}
