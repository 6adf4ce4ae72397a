package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.generation.EmphasisMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmphasisTest {

    private static final float[] STATES = {1, 2, 3, 4, 5, 6};

    @Test
    void noNormMultipliesEachTokensStates() {
        assertThat(Emphasis.apply(STATES, new float[] {1, 2, 0.5f}, EmphasisMode.NO_NORM))
                .containsExactly(1, 2, 6, 8, 2.5f, 3);
    }

    @Test
    void originalKeepsTheMeanOfTheWholeChunk() {
        float[] got = Emphasis.apply(STATES, new float[] {1, 2, 0.5f}, EmphasisMode.ORIGINAL);
        assertThat(mean(got)).isCloseTo(3.5, within(1e-6));
        double ratio = 21 / 22.5;
        float[] want = {1, 2, 6, 8, 2.5f, 3};
        for (int i = 0; i < want.length; i++) {
            assertThat(got[i]).isCloseTo((float) (want[i] * ratio), within(1e-6f));
        }
    }

    @ParameterizedTest
    @EnumSource(EmphasisMode.class)
    void weightOneIsTheSameBitForBit(EmphasisMode mode) {
        Random random = new Random(4);
        float[] states = new float[77 * 32];
        for (int i = 0; i < states.length; i++) {
            states[i] = (float) random.nextGaussian();
        }
        states[0] = -0f;
        states[1] = Float.MIN_VALUE;
        float[] ones = new float[77];
        Arrays.fill(ones, 1);
        float[] got = Emphasis.apply(states, ones, mode);
        for (int i = 0; i < states.length; i++) {
            assertThat(Float.floatToRawIntBits(got[i]))
                    .isEqualTo(Float.floatToRawIntBits(states[i]));
        }
    }

    @ParameterizedTest
    @EnumSource(EmphasisMode.class)
    void givenStatesStayAsTheyAre(EmphasisMode mode) {
        float[] states = STATES.clone();
        Emphasis.apply(states, new float[] {1, 2, 0.5f}, mode);
        assertThat(states).containsExactly(STATES);
    }

    @Test
    void meanOfZeroAfterWeightingIsNotScaled() {
        float[] states = {1, 1, -1, -1};
        assertThat(Emphasis.apply(states, new float[] {2, 2}, EmphasisMode.ORIGINAL))
                .containsExactly(2, 2, -2, -2);
        assertThat(Emphasis.apply(new float[] {2, 1}, new float[] {1, -2}, EmphasisMode.ORIGINAL))
                .containsExactly(2, -2);
    }

    @Test
    void shapeMustFit() {
        assertThatThrownBy(() ->
                        Emphasis.apply(STATES, new float[] {1, 1, 1, 1}, EmphasisMode.NO_NORM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
