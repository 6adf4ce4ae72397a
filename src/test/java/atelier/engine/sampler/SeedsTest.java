package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void differByRunStepAndUseInTheBitsThatTheGeneratorLooksAt() {
        Set<Integer> seen = new HashSet<>();
        int seeds = 0;
        for (long run : new long[] {0, 1, 42, -1}) {
            for (int step = 0; step < 500; step++) {
                for (String use : new String[] {"noise", "timesteps", "esion", ""}) {
                    seen.add((int) Seeds.of(run, step, use));
                    seeds++;
                }
            }
        }
        assertThat(seen).hasSize(seeds);
    }

    @Test
    void stayTheSameFromReleaseToReleaseSoThatOldRunsGoOnUnchanged() {
        assertThat(Seeds.of(0, 0, "")).isEqualTo(-6411193824288604561L);
        assertThat(Seeds.of(42, 500, "noise")).isEqualTo(-3462595826993337506L);
    }
}
