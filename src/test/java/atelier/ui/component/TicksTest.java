package atelier.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void areRoundAndWithinTheEnds() {
        assertThat(Ticks.between(0, 1200, 11)).startsWith(0.0, 200.0).endsWith(1200.0);
        assertThat(Ticks.between(0, 100, 3)).isEqualTo(List.of(0.0, 50.0, 100.0));
        assertThat(Ticks.between(0.048, 0.21, 4)).hasSize(2).first().isEqualTo(0.1);
        assertThat(Ticks.between(0, 1e-4, 3)).hasSize(3).last().isEqualTo(1e-4);
    }

    @Test
    void areNeverMoreThanThereIsRoomFor() {
        for (double high = 0.001; high < 1e6; high *= 1.7) {
            for (int most = 2; most < 12; most++) {
                assertThat(Ticks.between(0, high, most)).hasSizeBetween(1, most);
            }
        }
    }
}
