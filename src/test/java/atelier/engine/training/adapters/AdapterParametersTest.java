package atelier.engine.training.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.lora.NetworkParameters;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.Autograd;
import atelier.engine.weights.Component;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each method's arrays are and hold as a run begins. */
class AdapterParametersTest {

    /** 32 outputs, 32 inputs, 3×3. */
    private static final String CONVOLUTION = "down_blocks.0.resnets.0.conv1";

    private static final String LINEAR =
            "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k";

    private static TinySdxl tiny;
    private static UNet unet;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
    }

    @AfterAll
    static void close() {
        tiny.lane.run(unet::close);
        tiny.close();
    }

    private static AdaptedLayer layer(String module) {
        NetworkParameters networks = new NetworkParameters(Map.of(Component.UNET, unet));
        List<Long> shape = tiny.lane.call(() -> networks.shapes(Component.UNET).get(module));
        return new AdaptedLayer(Component.UNET, module, shape);
    }

    private static Map<String, List<Long>> shapes(DeltaSettings settings, AdaptedLayer layer) {
        return LayerDeltas.of(settings, List.of(layer)).getFirst().arrays().stream()
                .collect(
                        Collectors.toMap(
                                array -> array.role().entry(),
                                DeltaArray::shape,
                                (first, second) -> first,
                                LinkedHashMap::new));
    }

    private static Map<String, float[]> beginning(DeltaSettings settings, String module) {
        return tiny.lane.call(() -> {
            try (Autograd autograd = new Autograd(tiny.torch);
                    AdapterParameters parameters =
                            new AdapterParameters(
                                    tiny.torch,
                                    autograd,
                                    LayerDeltas.of(settings, List.of(layer(module))))) {
                parameters.initialize(5, new NetworkParameters(Map.of(Component.UNET, unet)));
                Map<String, float[]> values = new LinkedHashMap<>();
                for (String name : parameters.store().parameters().keySet()) {
                    values.put(name.substring(module.length() + 1), parameters.store().read(name));
                }
                return values;
            }
        });
    }

    @Test
    void shapesAreLycoris() {
        AdaptedLayer linear = new AdaptedLayer(Component.UNET, "x", List.of(1280L, 2048L));
        AdaptedLayer kernel = new AdaptedLayer(Component.UNET, "y", List.of(640L, 320L, 3L, 3L));
        assertThat(shapes(DeltaSettings.of(TrainingMethod.LOHA, 4, 4), linear))
                .containsExactly(
                        Map.entry("hada_w1_a", List.of(1280L, 4L)),
                        Map.entry("hada_w1_b", List.of(4L, 2048L)),
                        Map.entry("hada_w2_a", List.of(1280L, 4L)),
                        Map.entry("hada_w2_b", List.of(4L, 2048L)));
        assertThat(shapes(DeltaSettings.of(TrainingMethod.LOHA, 4, 4), kernel))
                .containsEntry("hada_w1_b", List.of(4L, 320L * 9));
        assertThat(shapes(DeltaSettings.of(TrainingMethod.LOKR, 31, 1), linear))
                .containsExactly(
                        Map.entry("lokr_w1", List.of(32L, 32L)),
                        Map.entry("lokr_w2_a", List.of(40L, 31L)),
                        Map.entry("lokr_w2_b", List.of(31L, 64L)));
        assertThat(shapes(DeltaSettings.of(TrainingMethod.LOKR, 32, 1), linear))
                .containsExactly(
                        Map.entry("lokr_w1", List.of(32L, 32L)),
                        Map.entry("lokr_w2", List.of(40L, 64L)));
        assertThat(shapes(DeltaSettings.of(TrainingMethod.LOKR, 16, 1), kernel))
                .containsExactly(
                        Map.entry("lokr_w1", List.of(20L, 16L)),
                        Map.entry("lokr_w2", List.of(32L, 20L, 3L, 3L)));
        assertThat(shapes(new DeltaSettings(TrainingMethod.LOKR, true, 4, 1, 4, 1, 8), kernel))
                .containsExactly(
                        Map.entry("lokr_w1", List.of(8L, 8L)),
                        Map.entry("lokr_w2_a", List.of(80L, 4L)),
                        Map.entry("lokr_w2_b", List.of(4L, 40L * 9)),
                        Map.entry("dora_scale", List.of(1L, 320L, 1L, 1L)));
    }

    /** A 1×1 convolution and the time's linear layers have the rank of all others. */
    @Test
    void onlyLargerConvolutionsHaveARankOfTheirOwn() {
        DeltaSettings settings = new DeltaSettings(TrainingMethod.LORA, false, 8, 4, 2, 3, -1);
        LayerDelta kernel =
                LayerDeltas.of(
                                settings,
                                List.of(
                                        new AdaptedLayer(
                                                Component.UNET, "a", List.of(6L, 5L, 3L, 3L))))
                        .getFirst();
        assertThat(kernel.rank()).isEqualTo(2);
        assertThat(kernel.scale()).isEqualTo(3.0 / 2);
        for (List<Long> weight : List.of(List.of(6L, 5L), List.of(6L, 5L, 1L, 1L))) {
            LayerDelta other =
                    LayerDeltas.of(settings, List.of(new AdaptedLayer(Component.UNET, "a", weight)))
                            .getFirst();
            assertThat(other.rank()).isEqualTo(8);
            assertThat(other.scale()).isEqualTo(4.0 / 8);
        }
    }

    /** With both matrices whole there is no rank to scale by. */
    @Test
    void aWholeLokrIsNotScaled() {
        AdaptedLayer layer = new AdaptedLayer(Component.UNET, "a", List.of(6L, 4L));
        assertThat(
                        LayerDeltas.of(DeltaSettings.of(TrainingMethod.LOKR, 2, 7), List.of(layer))
                                .getFirst()
                                .scale())
                .isEqualTo(1);
        assertThat(
                        LayerDeltas.of(DeltaSettings.of(TrainingMethod.LOKR, 1, 7), List.of(layer))
                                .getFirst()
                                .scale())
                .isEqualTo(7);
    }

    @Test
    void loraBeginsEvenlySpreadWithinOneOverTheRootOfTheInputs() {
        Map<String, float[]> linear =
                beginning(DeltaSettings.of(TrainingMethod.LORA, 3, 3), LINEAR);
        assertThat(largest(linear.get("lora_down")))
                .isBetween(0.9 / Math.sqrt(80), 1 / Math.sqrt(80));
        assertThat(largest(linear.get("lora_up"))).isZero();
        Map<String, float[]> kernel =
                beginning(DeltaSettings.of(TrainingMethod.LORA, 3, 3), CONVOLUTION);
        assertThat(largest(kernel.get("lora_down")))
                .isBetween(0.9 / Math.sqrt(32 * 9), 1 / Math.sqrt(32 * 9));
    }

    @Test
    void lohaBeginsNormalWithOneMatrixZero() {
        Map<String, float[]> values =
                beginning(DeltaSettings.of(TrainingMethod.LOHA, 16, 1), CONVOLUTION);
        assertThat(deviation(values.get("hada_w1_b"))).isCloseTo(1, within(0.05));
        assertThat(deviation(values.get("hada_w1_a"))).isCloseTo(0.1, within(0.02));
        assertThat(deviation(values.get("hada_w2_b"))).isCloseTo(1, within(0.05));
        assertThat(deviation(values.get("hada_w2_a"))).isZero();
        assertThat(values.get("hada_w1_b")).isNotEqualTo(values.get("hada_w2_b"));
    }

    @Test
    void lokrBeginsEvenlySpreadWithTheLastMatrixZero() {
        // 32 outputs are 4·8, 80 inputs 8·10.
        Map<String, float[]> product =
                beginning(DeltaSettings.of(TrainingMethod.LOKR, 2, 1), LINEAR);
        assertThat(largest(product.get("lokr_w1"))).isBetween(0.8 / Math.sqrt(8), 1 / Math.sqrt(8));
        assertThat(largest(product.get("lokr_w2_a")))
                .isBetween(0.6 / Math.sqrt(2), 1 / Math.sqrt(2));
        assertThat(largest(product.get("lokr_w2_b"))).isZero();
        Map<String, float[]> whole = beginning(DeltaSettings.of(TrainingMethod.LOKR, 5, 1), LINEAR);
        assertThat(largest(whole.get("lokr_w2"))).isZero();
    }

    @Test
    void magnitudesBeginAsTheNormsOfTheWeightOverEachInput() {
        float[] got =
                beginning(DeltaSettings.of(TrainingMethod.LORA, 2, 1).withDora(), CONVOLUTION)
                        .get("dora_scale");
        float[] weight = tiny.lane.call(() -> tiny.torch.toFloats(unet.layers().get(CONVOLUTION)));
        double[] squares = new double[32];
        for (int i = 0; i < weight.length; i++) {
            squares[i / 9 % 32] += (double) weight[i] * weight[i];
        }
        assertThat(got).hasSize(32);
        for (int i = 0; i < 32; i++) {
            assertThat((double) got[i]).isCloseTo(Math.sqrt(squares[i]), within(1e-5));
        }
    }

    private static double deviation(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
