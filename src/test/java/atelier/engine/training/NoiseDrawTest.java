package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.training.NoiseSettings;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoiseDrawTest {

    private static final NoiseSettings PLAIN = new NoiseSettings(0, 0, 0.3);

    private static float[] noise(long seed, long place, NoiseSettings settings) {
        return NoiseDraw.of(seed, 1000, settings).noise(place, 4, 8, 6);
    }

    @Test
    void dependsOnSeedAndPlaceAlone() {
        assertThat(noise(1, 2, PLAIN)).hasSize(4 * 8 * 6).isEqualTo(noise(1, 2, PLAIN));
        assertThat(noise(1, 3, PLAIN)).isNotEqualTo(noise(1, 2, PLAIN));
        assertThat(noise(2, 2, PLAIN)).isNotEqualTo(noise(1, 2, PLAIN));
    }

    @Test
    void offsetAndResolutionsAreAddedToTheSameNoise() {
        float[] plain = noise(1, 2, PLAIN);
        float[] shifted = noise(1, 2, new NoiseSettings(0.5, 0, 0.3));
        for (int channel = 0; channel < 4; channel++) {
            float shift = shifted[channel * 48] - plain[channel * 48];
            assertThat(shift).isNotZero();
            assertThat(shifted[channel * 48 + 47] - plain[channel * 48 + 47])
                    .isCloseTo(shift, within(1e-5f));
        }
        assertThat(noise(1, 2, new NoiseSettings(0, 6, 0.3))).isNotEqualTo(plain);
        assertThat(noise(1, 2, new NoiseSettings(0, 6, 0.3)))
                .isNotEqualTo(noise(1, 2, new NoiseSettings(0, 6, 0.1)));
    }

    @Test
    void timestepsComeFromAllOfThem() {
        NoiseDraw draw = NoiseDraw.of(5, 10, PLAIN);
        Set<Integer> seen =
                LongStream.range(0, 200).mapToObj(draw::timestep).collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
}
