package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.torch.Program;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StochasticRoundingTest {

    private static final int MANY = 100_000;

    private static TinySdxl tiny;
    private static Program program;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        program = tiny.lane.call(() -> tiny.torch.load("training/rounding_alone"));
    }

    @AfterAll
    static void close() {
        tiny.lane.run(program::close);
        tiny.close();
    }

    private static float[] rounded(float[] values, long one, long two) {
        return tiny.lane.call(() -> {
            try (NDManager call = tiny.torch.newManager()) {
                return tiny.torch.toFloats(
                        program.call(
                                call,
                                "round",
                                tiny.torch.floats(call, values, values.length),
                                tiny.torch.longs(call, new long[] {one, two}, 2)));
            }
        });
    }

    private static float[] many(float value) {
        float[] values = new float[MANY];
        Arrays.fill(values, value);
        return values;
    }

    /** The mean of n roundings strays by about half a step over √n. */
    @ParameterizedTest
    @ValueSource(floats = {1.001f, -1.001f, 0.3f, 1.0039f, 3e-20f, -12345.678f})
    void isRightOnAverageAndHitsBothNeighboursAlone(float value) {
        float below = Float.intBitsToFloat(Float.floatToIntBits(value) & 0xffff0000);
        float above = Float.intBitsToFloat((Float.floatToIntBits(value) & 0xffff0000) + 0x10000);
        double sum = 0;
        for (float one : rounded(many(value), 17, -3)) {
            assertThat(one == below || one == above).isTrue();
            sum += one;
        }
        double step = Math.abs((double) above - below);
        assertThat(sum / MANY).isCloseTo(value, within(5 * 0.5 * step / Math.sqrt(MANY)));
    }

    @Test
    void leavesWhatIsBf16AlreadyAsItIs() {
        float[] exact = {1, -1.5f, 0, 256, -0.0078125f, Float.POSITIVE_INFINITY};
        assertThat(rounded(exact, 1, 2)).isEqualTo(exact);
        assertThat(rounded(new float[] {Float.NaN}, 1, 2)[0]).isNaN();
    }

    @Test
    void repeatsWithAKeyAndDiffersWithAnother() {
        float[] values = new TorchRandom(1).normal(1000);
        float[] first = rounded(values, 5, 9);
        assertThat(rounded(values, 5, 9)).isEqualTo(first);
        assertThat(differing(first, rounded(values, 6, 9))).isBetween(250, 450);
        assertThat(differing(first, rounded(values, 5, 10))).isBetween(250, 450);
    }

    /** Two coins of chance p differ with 2 p (1 − p), which is a third on average. */
    private static int differing(float[] a, float[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += a[i] == b[i] ? 0 : 1;
        }
        return count;
    }
}
