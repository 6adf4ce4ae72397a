package atelier.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GuidanceTest {

    private final float[] negative = {1, 2, -3, 0.5f};
    private final float[] positive = {2, 2, 1, -0.5f};

    @Test
    void movesFromNegativeThroughPositive() {
        assertThat(Guidance.combine(negative, positive, 5))
                .containsExactly(new float[] {6, 2, 17, -4.5f}, within(1e-6f));
    }

    @Test
    void givesThePromptsOutputAtScale1() {
        assertThat(Guidance.combine(negative, positive, 1)).containsExactly(positive);
    }

    @Test
    void rescalesInFullToThePromptsDeviation() {
        float[] guided = {-10, 10, -10, 10};
        float[] rescaled = Guidance.rescale(guided, new float[] {-1, 1, -1, 1}, 1);
        assertThat(rescaled).containsExactly(new float[] {-1, 1, -1, 1}, within(1e-6f));
    }

    @Test
    void mixesTheRescaledOutputByItsShare() {
        float[] guided = {-10, 10, -10, 10};
        float[] rescaled = Guidance.rescale(guided, new float[] {-1, 1, -1, 1}, 0.7);
        assertThat(rescaled).containsExactly(new float[] {-3.7f, 3.7f, -3.7f, 3.7f}, within(1e-5f));
    }

    @Test
    void changesNothingAtShare0() {
        assertThat(Guidance.rescale(positive, negative, 0)).containsExactly(positive);
    }

    @Test
    void leavesAConstantOutputAsItIs() {
        float[] constant = {3, 3, 3, 3};
        assertThat(Guidance.rescale(constant, positive, 1)).containsExactly(constant);
    }
}
