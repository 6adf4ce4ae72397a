package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way of expressing a change against its formula, in double. The layers are the tiny model's:
 * a linear one of 32 outputs and 80 inputs, a convolution of 32, 32 and 3×3, and one of 64, 32 and
 * 1×1.
 */
class DeltaFormulaTest {

    private static final String LINEAR =
            "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k";
    private static final String CONVOLUTION = "down_blocks.0.resnets.0.conv1";
    private static final String SHORTCUT = "down_blocks.2.resnets.0.conv_shortcut";
    private static final String L = "lora_unet_" + LINEAR.replace('.', '_');
    private static final String C = "lora_unet_" + CONVOLUTION.replace('.', '_');
    private static final String S = "lora_unet_" + SHORTCUT.replace('.', '_');
    private static final double WEIGHT = 0.7;

    private static TinyAdapted adapted;

    @TempDir Path folder;

    @BeforeAll
    static void load() {
        adapted = new TinyAdapted();
    }

    @AfterAll
    static void close() {
        adapted.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F32", "F16", "BF16"})
    void loraInEveryType(DType type) {
        AdapterBuilder file = new AdapterBuilder(type).lora(L, 32, 80, 4).alpha(L, 2);
        double[] delta =
                Doubles.product(
                        file.get(L + ".lora_up.weight"), file.get(L + ".lora_down.weight"), 4);
        expect(file, LINEAR, Doubles.times(delta, 2.0 / 4));
    }

    @Test
    void locon() {
        AdapterBuilder file =
                new AdapterBuilder()
                        .random(C + ".lora_down.weight", 4, 32, 3, 3)
                        .random(C + ".lora_up.weight", 32, 4, 1, 1)
                        .alpha(C, 1);
        double[] delta =
                Doubles.product(
                        file.get(C + ".lora_up.weight"), file.get(C + ".lora_down.weight"), 4);
        expect(file, CONVOLUTION, Doubles.times(delta, 1.0 / 4));
    }

    @Test
    void loconWithACore() {
        AdapterBuilder file =
                new AdapterBuilder()
                        .random(C + ".lora_down.weight", 4, 32, 1, 1)
                        .random(C + ".lora_mid.weight", 4, 4, 3, 3)
                        .random(C + ".lora_up.weight", 32, 4, 1, 1)
                        .alpha(C, 3);
        // up is [32, 4] here and [4, 32] in the formula's order, so it is turned round.
        double[] up = transposed(file.get(C + ".lora_up.weight"), 32, 4);
        double[] delta =
                Doubles.tucker(
                        file.get(C + ".lora_mid.weight"),
                        up,
                        4,
                        file.get(C + ".lora_down.weight"),
                        4);
        expect(file, CONVOLUTION, Doubles.times(delta, 3.0 / 4));
    }

    @Test
    void aMatrixForAConvolutionOfOneByOne() {
        AdapterBuilder file = new AdapterBuilder().lora(S, 64, 32, 4);
        expect(
                file,
                SHORTCUT,
                Doubles.product(
                        file.get(S + ".lora_up.weight"), file.get(S + ".lora_down.weight"), 4));
    }

    @Test
    void aConvolutionOfOneByOneForAMatrix() {
        AdapterBuilder file =
                new AdapterBuilder()
                        .random(L + ".lora_down.weight", 4, 80, 1, 1)
                        .random(L + ".lora_up.weight", 32, 4, 1, 1);
        expect(
                file,
                LINEAR,
                Doubles.product(
                        file.get(L + ".lora_up.weight"), file.get(L + ".lora_down.weight"), 4));
    }

    @Test
    void loha() {
        AdapterBuilder file = loha(L, 32, 80).alpha(L, 2);
        expect(file, LINEAR, Doubles.times(lohaDelta(file, L), 2.0 / 4));
    }

    @Test
    void lohaOfAConvolution() {
        AdapterBuilder file = loha(C, 32, 32 * 9);
        expect(file, CONVOLUTION, lohaDelta(file, C));
    }

    private static AdapterBuilder loha(String stem, int out, int in) {
        return new AdapterBuilder()
                .random(stem + ".hada_w1_a", out, 4)
                .random(stem + ".hada_w1_b", 4, in)
                .random(stem + ".hada_w2_a", out, 4)
                .random(stem + ".hada_w2_b", 4, in);
    }

    private static double[] lohaDelta(AdapterBuilder file, String stem) {
        return Doubles.elementwise(
                Doubles.product(file.get(stem + ".hada_w1_a"), file.get(stem + ".hada_w1_b"), 4),
                Doubles.product(file.get(stem + ".hada_w2_a"), file.get(stem + ".hada_w2_b"), 4));
    }

    @Test
    void lohaWithCores() {
        AdapterBuilder file =
                new AdapterBuilder()
                        .random(C + ".hada_t1", 4, 4, 3, 3)
                        .random(C + ".hada_w1_a", 4, 32)
                        .random(C + ".hada_w1_b", 4, 32)
                        .random(C + ".hada_t2", 4, 4, 3, 3)
                        .random(C + ".hada_w2_a", 4, 32)
                        .random(C + ".hada_w2_b", 4, 32)
                        .alpha(C, 2);
        double[] first =
                Doubles.tucker(
                        file.get(C + ".hada_t1"),
                        file.get(C + ".hada_w1_a"),
                        4,
                        file.get(C + ".hada_w1_b"),
                        4);
        double[] second =
                Doubles.tucker(
                        file.get(C + ".hada_t2"),
                        file.get(C + ".hada_w2_a"),
                        4,
                        file.get(C + ".hada_w2_b"),
                        4);
        expect(file, CONVOLUTION, Doubles.times(Doubles.elementwise(first, second), 2.0 / 4));
    }

    /**
     * Two factors, each whole or a product; with both whole, alpha has no meaning and nothing is
     * scaled.
     */
    @TestFactory
    Stream<DynamicTest> lokr() {
        return Stream.of(false, true)
                .flatMap(first ->
                        Stream.of(false, true)
                                .map(second ->
                                        DynamicTest.dynamicTest(
                                                (first ? "product" : "whole")
                                                        + " ⊗ "
                                                        + (second ? "product" : "whole"),
                                                () -> lokr(LINEAR, L, first, second, 1, false))));
    }

    @TestFactory
    Stream<DynamicTest> lokrOfAConvolution() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "whole", () -> lokr(CONVOLUTION, C, false, false, 9, false)),
                DynamicTest.dynamicTest(
                        "product", () -> lokr(CONVOLUTION, C, true, true, 9, false)),
                DynamicTest.dynamicTest(
                        "with a core", () -> lokr(CONVOLUTION, C, false, true, 9, true)));
    }

    /** First factor [4, 8 or 10], second [8, the rest]. */
    private void lokr(
            String module, String stem, boolean first, boolean second, int kernel, boolean core) {
        int columns = kernel == 1 ? 10 : 8;
        int inner = kernel == 1 ? 8 : 4;
        AdapterBuilder file = new AdapterBuilder().alpha(stem, 3);
        double[] one;
        if (first) {
            file.random(stem + ".lokr_w1_a", 4, 2).random(stem + ".lokr_w1_b", 2, columns);
            one = Doubles.product(file.get(stem + ".lokr_w1_a"), file.get(stem + ".lokr_w1_b"), 2);
        } else {
            one = file.random(stem + ".lokr_w1", 4, columns).get(stem + ".lokr_w1");
        }
        double[] two;
        if (core) {
            file.random(stem + ".lokr_t2", 2, 2, 3, 3)
                    .random(stem + ".lokr_w2_a", 2, 8)
                    .random(stem + ".lokr_w2_b", 2, inner);
            two =
                    Doubles.tucker(
                            file.get(stem + ".lokr_t2"),
                            file.get(stem + ".lokr_w2_a"),
                            2,
                            file.get(stem + ".lokr_w2_b"),
                            2);
        } else if (second) {
            file.random(stem + ".lokr_w2_a", 8, 2)
                    .random(stem + ".lokr_w2_b", 2, (long) inner * kernel);
            two = Doubles.product(file.get(stem + ".lokr_w2_a"), file.get(stem + ".lokr_w2_b"), 2);
        } else {
            long[] shape = kernel == 1 ? new long[] {8, inner} : new long[] {8, inner, 3, 3};
            two = file.random(stem + ".lokr_w2", shape).get(stem + ".lokr_w2");
        }
        double scale = first || second ? 3.0 / 2 : 1;
        expect(file, module, Doubles.times(Doubles.kronecker(one, columns, two, 8, kernel), scale));
    }

    @Test
    void wholeDifference() {
        AdapterBuilder file = new AdapterBuilder().random(C + ".diff", 32, 32, 3, 3);
        expect(file, CONVOLUTION, file.get(C + ".diff"));
    }

    @Test
    void differenceOfANorm() {
        String stem = "lora_unet_down_blocks_0_resnets_0_norm1";
        AdapterBuilder file =
                new AdapterBuilder().random(stem + ".w_norm", 32).random(stem + ".b_norm", 32);
        expect(file, "down_blocks.0.resnets.0.norm1", file.get(stem + ".w_norm"));
    }

    @Test
    void doraPerOutputAsLycorisKeepsIt() {
        AdapterBuilder file =
                new AdapterBuilder()
                        .lora(L, 32, 80, 4)
                        .alpha(L, 2)
                        .magnitudes(L + ".dora_scale", 32, 1);
        double[] delta =
                Doubles.product(
                        file.get(L + ".lora_up.weight"), file.get(L + ".lora_down.weight"), 4);
        expectDora(file, LINEAR, Doubles.times(delta, 0.5), file.get(L + ".dora_scale"), true, 1);
    }

    @Test
    void doraPerInputAsLycorisKeepsIt() {
        AdapterBuilder file =
                new AdapterBuilder()
                        .lora(L, 32, 80, 4)
                        .alpha(L, 2)
                        .magnitudes(L + ".dora_scale", 1, 80);
        double[] delta =
                Doubles.product(
                        file.get(L + ".lora_up.weight"), file.get(L + ".lora_down.weight"), 4);
        expectDora(file, LINEAR, Doubles.times(delta, 0.5), file.get(L + ".dora_scale"), false, 1);
    }

    /** Outputs and inputs are as many here: only the shape tells which are meant. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doraOfAConvolutionWithASquareMatrix(boolean perOutput) {
        AdapterBuilder file =
                new AdapterBuilder()
                        .random(C + ".lora_down.weight", 4, 32, 3, 3)
                        .random(C + ".lora_up.weight", 32, 4, 1, 1)
                        .magnitudes(
                                C + ".dora_scale", perOutput ? 32 : 1, perOutput ? 1 : 32, 1, 1);
        double[] delta =
                Doubles.product(
                        file.get(C + ".lora_up.weight"), file.get(C + ".lora_down.weight"), 4);
        expectDora(file, CONVOLUTION, delta, file.get(C + ".dora_scale"), perOutput, 9);
    }

    @Test
    void doraOfAConvolutionAsPeftKeepsIt() {
        String stem = "unet." + CONVOLUTION;
        AdapterBuilder file =
                new AdapterBuilder()
                        .random(stem + ".lora_A.weight", 4, 32, 3, 3)
                        .random(stem + ".lora_B.weight", 32, 4, 1, 1)
                        .magnitudes(stem + ".lora_magnitude_vector", 1, 32, 1, 1);
        double[] delta =
                Doubles.product(
                        file.get(stem + ".lora_B.weight"), file.get(stem + ".lora_A.weight"), 4);
        expectDora(file, CONVOLUTION, delta, file.get(stem + ".lora_magnitude_vector"), true, 9);
    }

    @Test
    void doraOfLoha() {
        AdapterBuilder file = loha(L, 32, 80).magnitudes(L + ".dora_scale", 32, 1);
        expectDora(file, LINEAR, lohaDelta(file, L), file.get(L + ".dora_scale"), true, 1);
    }

    @Test
    void doraOfLokr() {
        AdapterBuilder file =
                new AdapterBuilder()
                        .random(L + ".lokr_w1", 4, 10)
                        .random(L + ".lokr_w2", 8, 8)
                        .magnitudes(L + ".dora_scale", 1, 80);
        double[] delta =
                Doubles.kronecker(file.get(L + ".lokr_w1"), 10, file.get(L + ".lokr_w2"), 8, 1);
        expectDora(file, LINEAR, delta, file.get(L + ".dora_scale"), false, 1);
    }

    private void expect(AdapterBuilder file, String module, double[] delta) {
        double[] base = adapted.base(Component.UNET, module);
        expectWeight(file, module, WEIGHT, Doubles.sum(base, Doubles.times(delta, WEIGHT)));
        expectWeight(file, module, -1.5, Doubles.sum(base, Doubles.times(delta, -1.5)));
    }

    /** W + weight · (m (W + ΔW) / ‖W + ΔW‖ − W). */
    private void expectDora(
            AdapterBuilder file,
            String module,
            double[] delta,
            double[] magnitudes,
            boolean perOutput,
            int kernel) {
        double[] base = adapted.base(Component.UNET, module);
        int outputs = Math.toIntExact(adapted.shape(Component.UNET, module).getFirst());
        int inputs = base.length / outputs / kernel;
        double[] changed = Doubles.sum(base, delta);
        double[] squares = new double[perOutput ? outputs : inputs];
        for (int i = 0; i < changed.length; i++) {
            squares[group(i, inputs, kernel, perOutput)] += changed[i] * changed[i];
        }
        for (double weight : new double[] {1, WEIGHT}) {
            double[] want = new double[base.length];
            for (int i = 0; i < base.length; i++) {
                int group = group(i, inputs, kernel, perOutput);
                double trained = magnitudes[group] * changed[i] / Math.sqrt(squares[group]);
                want[i] = base[i] + weight * (trained - base[i]);
            }
            expectWeight(file, module, weight, want);
        }
    }

    private static int group(int element, int inputs, int kernel, boolean perOutput) {
        return perOutput ? element / (inputs * kernel) : element / kernel % inputs;
    }

    private void expectWeight(AdapterBuilder file, String module, double weight, double[] want) {
        double[] got =
                adapted.weight(
                        Component.UNET, module, TinyAdapted.adapter(file.write(folder), weight));
        assertThat(Doubles.largestDifference(got, want)).isLessThan(5e-6);
        assertThat(Doubles.largestDifference(got, adapted.base(Component.UNET, module)))
                .isGreaterThan(0.01);
    }

    private static double[] transposed(double[] matrix, int rows, int columns) {
        double[] turned = new double[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = matrix[i * columns + j];
            }
        }
        return turned;
    }
}
