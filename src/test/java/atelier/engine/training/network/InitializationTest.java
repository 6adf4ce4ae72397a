package atelier.engine.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InitializationTest {

    private static final Map<String, List<Long>> SHAPES =
            Map.of(
                    "conv.weight", List.of(40L, 20L, 3L, 3L),
                    "conv.bias", List.of(40L),
                    "norm.weight", List.of(40L),
                    "norm.bias", List.of(40L),
                    "scale", List.of());

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum / values.length;
    }

    /**
     * 20 inputs times nine places: within 1/√180, where even numbers have a third of its square.
     */
    @Test
    void kernelsAreEvenlySpreadWithinTheBoundOfTheirInputs() {
        Initialization usual = Initialization.of(SHAPES);
        float[] kernel = usual.values(1, "conv.weight");
        double bound = 1 / Math.sqrt(180);
        assertThat(kernel).hasSize(7200);
        for (float value : kernel) {
            assertThat((double) value).isBetween(-bound - 1e-7, bound);
        }
        assertThat(mean(kernel)).isCloseTo(0, within(bound / 40));
        assertThat(meanSquare(kernel)).isCloseTo(bound * bound / 3, within(bound * bound / 60));
        for (float value : usual.values(1, "conv.bias")) {
            assertThat((double) value).isBetween(-bound - 1e-7, bound);
        }
    }

    @Test
    void normsAreTheIdentity() {
        Initialization usual = Initialization.of(SHAPES);
        assertThat(usual.values(1, "norm.weight")).containsOnly(1);
        assertThat(usual.values(1, "norm.bias")).containsOnly(0);
    }

    @Test
    void theFirstRuleThatFitsAWholeNameCounts() {
        Initialization rules =
                Initialization.of(SHAPES)
                        .with("conv\\.(weight|bias)", new Filling.Constant(3))
                        .with("conv.*", new Filling.Constant(4))
                        .with("scale", new Filling.Constant(2.5f));
        assertThat(rules.values(1, "conv.weight")).containsOnly(3);
        assertThat(rules.values(1, "scale")).containsExactly(2.5f);
        assertThat(rules.values(1, "norm.weight")).containsOnly(1);
        assertThat(Initialization.of(SHAPES).with("onv.weight", new Filling.Constant(3)))
                .satisfies(other -> assertThat(other.values(1, "conv.weight")[0]).isNotEqualTo(3));
    }

    @Test
    void normalNumbersHaveTheirDeviation() {
        float[] values =
                Initialization.of(SHAPES)
                        .with("conv\\.weight", new Filling.Normal(0.02))
                        .values(1, "conv.weight");
        assertThat(mean(values)).isCloseTo(0, within(1e-3));
        assertThat(Math.sqrt(meanSquare(values))).isCloseTo(0.02, within(1e-3));
    }

    @Test
    void eachWeightHasNumbersOfItsOwnThatFollowFromSeedAndNameAlone() {
        Initialization usual = Initialization.of(SHAPES);
        Initialization fewer = Initialization.of(Map.of("conv.weight", SHAPES.get("conv.weight")));
        assertThat(fewer.values(7, "conv.weight")).isEqualTo(usual.values(7, "conv.weight"));
        assertThat(usual.values(8, "conv.weight")).isNotEqualTo(usual.values(7, "conv.weight"));
        Map<String, List<Long>> twins =
                Map.of("one.weight", List.of(3L, 3L), "two.weight", List.of(3L, 3L));
        assertThat(Initialization.of(twins).values(7, "one.weight"))
                .isNotEqualTo(Initialization.of(twins).values(7, "two.weight"));
    }

    /** The mean over two places of the kernel, beside what it is without. */
    @Test
    void channelsPassToThoseOfTheirNumber() {
        Map<String, List<Long>> shapes = Map.of("w.weight", List.of(3L, 2L, 1L, 3L));
        float[] usual = Initialization.of(shapes).values(5, "w.weight");
        float[] passing =
                Initialization.of(shapes)
                        .with("w\\.weight", new Filling.Passing(List.of(0, 2)))
                        .values(5, "w.weight");
        for (int out = 0; out < 3; out++) {
            for (int in = 0; in < 2; in++) {
                for (int tap = 0; tap < 3; tap++) {
                    int place = (out * 2 + in) * 3 + tap;
                    double more = out == in && tap != 1 ? 0.5 : 0;
                    assertThat((double) passing[place])
                            .isCloseTo(usual[place] + more, within(1e-6));
                }
            }
        }
    }

    /** 180 inputs: a variance of 2/180; what blocks end with begins with nothing. */
    @Test
    void rectifiedKernelsAreNormalWithTwoByTheirInputsAndBlocksAreTheIdentity() {
        Map<String, List<Long>> shapes =
                Map.of(
                        "levels.0.blocks.1.conv1.weight", List.of(40L, 20L, 3L, 3L),
                        "levels.0.blocks.1.conv1.bias", List.of(40L),
                        "levels.0.blocks.1.conv2.weight", List.of(20L, 40L, 3L, 3L),
                        "head.weight", List.of(4L, 20L));
        Initialization rectified =
                Initialization.of(shapes).with("head\\..*", new Filling.Constant(3)).rectified();
        float[] kernel = rectified.values(1, "levels.0.blocks.1.conv1.weight");
        assertThat(mean(kernel)).isCloseTo(0, within(0.005));
        assertThat(meanSquare(kernel)).isCloseTo(2.0 / 180, within(0.1 * 2 / 180));
        assertThat(rectified.values(1, "levels.0.blocks.1.conv1.bias")).containsOnly(0);
        assertThat(rectified.values(1, "levels.0.blocks.1.conv2.weight")).containsOnly(0);
        assertThat(rectified.values(1, "head.weight")).containsOnly(3);
    }
}
