package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sampler.TorchRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Timesteps lie evenly without a focus, and around the middle with it. */
class TimestepDrawTest {

    private static final int DRAWS = 4000;

    @Test
    void evenlyWithoutAFocus() {
        int[] drawn = drawn(0);
        assertThat(share(drawn, 0, 250)).isCloseTo(0.25, within(0.03));
        assertThat(share(drawn, 900, 1000)).isCloseTo(0.1, within(0.03));
    }

    @Test
    void withoutAFocusTheDrawsAreThoseOfTheGenerator() {
        assertThat(new TimestepDraw(1000, 0).draw(new TorchRandom(7)))
                .isEqualTo(new TorchRandom(7).integers(1000, 1)[0]);
    }

    @Test
    void aroundTheMiddleWithOne() {
        // Logits of 0.25 and 0.9 are -1.1 and 2.2; the normal distribution gives the shares.
        int[] drawn = drawn(1);
        assertThat(share(drawn, 0, 250)).isCloseTo(0.055, within(0.02));
        assertThat(share(drawn, 900, 1000)).isCloseTo(0.045, within(0.02));
        assertThat(share(drawn, 0, 622)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void aShareOfThemWithHalfOfOne() {
        assertThat(share(drawn(0.5), 0, 250)).isCloseTo((0.25 + 0.055) / 2, within(0.03));
    }

    private static int[] drawn(double focus) {
        TimestepDraw draw = new TimestepDraw(1000, focus);
        return LongStream.range(0, DRAWS)
                .mapToInt(seed -> draw.draw(new TorchRandom(seed)))
                .toArray();
    }

    private static double share(int[] drawn, int from, int to) {
        long within = 0;
        for (int timestep : drawn) {
            if (timestep >= from && timestep < to) {
                within++;
            }
        }
        return (double) within / drawn.length;
    }
}
