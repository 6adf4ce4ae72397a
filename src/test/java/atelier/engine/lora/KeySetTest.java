package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.training.adapters.AdaptedLayer;
import atelier.engine.training.adapters.AdapterTargets;
import atelier.engine.training.adapters.LayerDelta;
import atelier.engine.training.adapters.LayerDeltas;
import atelier.engine.weights.Component;
import atelier.engine.weights.KeyMap;
import atelier.engine.weights.TestModels;
import atelier.engine.weights.UNetConfig;
import atelier.model.adapter.AdapterFormat;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The names in files of the real SDXL's size, against sd-scripts' list written out by hand. */
class KeySetTest {

    private static final UNetConfig UNET = TestModels.SDXL.unet();
    private static final String[] LORA = {"lora_down.weight", "lora_up.weight", "alpha"};

    private static List<AdaptedLayer> layers(TrainingTargets targets) {
        return AdapterTargets.unet(targets, UNET);
    }

    private static List<TrainedLayer> trained(DeltaSettings settings, List<AdaptedLayer> layers) {
        return LayerDeltas.of(settings, layers).stream().map(KeySetTest::trained).toList();
    }

    private static TrainedLayer trained(LayerDelta delta) {
        Map<TensorRole, TrainedTensor> tensors = new EnumMap<>(TensorRole.class);
        delta.arrays()
                .forEach(array -> {
                    int size =
                            Math.toIntExact(array.shape().stream().reduce(1L, Math::multiplyExact));
                    tensors.put(array.role(), new TrainedTensor(new float[size], array.shape()));
                });
        AdaptedLayer layer = delta.layer();
        return new TrainedLayer(
                layer.component(),
                layer.module(),
                layer.weight(),
                tensors,
                delta.rank(),
                delta.alpha());
    }

    private static Map<String, List<Long>> written(List<TrainedLayer> layers) {
        return AdapterTensors.of(layers, AdapterFormat.KOHYA, KeyMap.unet(UNET)).stream()
                .collect(
                        Collectors.toMap(
                                AdapterTensors.Tensor::name, tensor -> tensor.content().shape()));
    }

    private static Map<String, List<Long>> written(TrainingTargets targets) {
        return written(trained(DeltaSettings.of(TrainingMethod.LORA, 1, 1), layers(targets)));
    }

    private static Set<String> keys(Set<String> modules, String... endings) {
        Set<String> keys = new TreeSet<>();
        for (String module : modules) {
            for (String ending : endings) {
                keys.add(module + "." + ending);
            }
        }
        return keys;
    }

    /** Each transformer's path, and how many blocks it has. */
    private static Map<String, Integer> transformers() {
        Map<String, Integer> depths = new LinkedHashMap<>();
        depths.put("input_blocks_4_1", 2);
        depths.put("input_blocks_5_1", 2);
        depths.put("input_blocks_7_1", 10);
        depths.put("input_blocks_8_1", 10);
        depths.put("middle_block_1", 10);
        depths.put("output_blocks_0_1", 10);
        depths.put("output_blocks_1_1", 10);
        depths.put("output_blocks_2_1", 10);
        depths.put("output_blocks_3_1", 2);
        depths.put("output_blocks_4_1", 2);
        depths.put("output_blocks_5_1", 2);
        return depths;
    }

    private static Set<String> inBlocks(String... parts) {
        Set<String> modules = new TreeSet<>();
        transformers()
                .forEach((path, depth) -> {
                    for (int d = 0; d < depth; d++) {
                        for (String part : parts) {
                            modules.add(
                                    "lora_unet_" + path + "_transformer_blocks_" + d + "_" + part);
                        }
                    }
                });
        return modules;
    }

    private static Set<String> attention() {
        return inBlocks(
                "attn1_to_q",
                "attn1_to_k",
                "attn1_to_v",
                "attn1_to_out_0",
                "attn2_to_q",
                "attn2_to_k",
                "attn2_to_v",
                "attn2_to_out_0");
    }

    private static Set<String> linear() {
        Set<String> modules = attention();
        modules.addAll(inBlocks("ff_net_0_proj", "ff_net_2"));
        for (String path : transformers().keySet()) {
            modules.add("lora_unet_" + path + "_proj_in");
            modules.add("lora_unet_" + path + "_proj_out");
        }
        return modules;
    }

    private static Set<String> convolutions() {
        Set<String> modules = new TreeSet<>();
        List<String> resnets = new ArrayList<>(List.of("middle_block_0", "middle_block_2"));
        for (int i : new int[] {1, 2, 4, 5, 7, 8}) {
            resnets.add("input_blocks_" + i + "_0");
        }
        for (int i = 0; i <= 8; i++) {
            resnets.add("output_blocks_" + i + "_0");
            modules.add("lora_unet_output_blocks_" + i + "_0_skip_connection");
        }
        for (String resnet : resnets) {
            modules.add("lora_unet_" + resnet + "_in_layers_2");
            modules.add("lora_unet_" + resnet + "_emb_layers_1");
            modules.add("lora_unet_" + resnet + "_out_layers_3");
        }
        modules.add("lora_unet_input_blocks_4_0_skip_connection");
        modules.add("lora_unet_input_blocks_7_0_skip_connection");
        modules.add("lora_unet_input_blocks_3_0_op");
        modules.add("lora_unet_input_blocks_6_0_op");
        modules.add("lora_unet_output_blocks_2_2_conv");
        modules.add("lora_unet_output_blocks_5_2_conv");
        return modules;
    }

    @Test
    void attentionIs560Layers() {
        assertThat(attention()).hasSize(560);
        assertThat(written(TrainingTargets.ATTENTION).keySet()).isEqualTo(keys(attention(), LORA));
    }

    @Test
    void transformersAre722Layers() {
        assertThat(linear()).hasSize(722);
        assertThat(written(TrainingTargets.TRANSFORMERS).keySet()).isEqualTo(keys(linear(), LORA));
    }

    @Test
    void allAre788Layers() {
        Set<String> all = linear();
        assertThat(convolutions()).hasSize(66);
        all.addAll(convolutions());
        assertThat(all).hasSize(788);
        assertThat(written(TrainingTargets.ALL).keySet()).isEqualTo(keys(all, LORA));
    }

    /** 2,659,840 numbers for each unit of rank of the 722 linear layers. */
    @Test
    void shapesAreThoseOfTheRealModel() {
        long numbers =
                written(TrainingTargets.TRANSFORMERS).entrySet().stream()
                        .filter(tensor -> !tensor.getKey().endsWith(".alpha"))
                        .mapToLong(tensor ->
                                tensor.getValue().stream().reduce(1L, Math::multiplyExact))
                        .sum();
        assertThat(numbers).isEqualTo(2_659_840);
        assertThat(written(TrainingTargets.ALL))
                .containsEntry(
                        "lora_unet_input_blocks_7_1_transformer_blocks_9_attn2_to_k.lora_down.weight",
                        List.of(1L, 2048L))
                .containsEntry(
                        "lora_unet_output_blocks_0_0_in_layers_2.lora_down.weight",
                        List.of(1L, 2560L, 3L, 3L))
                .containsEntry(
                        "lora_unet_output_blocks_0_0_in_layers_2.lora_up.weight",
                        List.of(1280L, 1L, 1L, 1L))
                .containsEntry("lora_unet_output_blocks_0_0_in_layers_2.alpha", List.of());
    }

    @Test
    void lycorisMethodsHaveLycorisNames() {
        Set<String> modules = attention();
        List<AdaptedLayer> layers = layers(TrainingTargets.ATTENTION);
        assertThat(written(trained(DeltaSettings.of(TrainingMethod.LOHA, 1, 1), layers)).keySet())
                .isEqualTo(
                        keys(modules, "hada_w1_a", "hada_w1_b", "hada_w2_a", "hada_w2_b", "alpha"));
        assertThat(
                        written(
                                        trained(
                                                DeltaSettings.of(TrainingMethod.LOKR, 1, 1)
                                                        .withDora(),
                                                layers))
                                .keySet())
                .isEqualTo(
                        keys(modules, "lokr_w1", "lokr_w2_a", "lokr_w2_b", "dora_scale", "alpha"));
        assertThat(written(trained(DeltaSettings.of(TrainingMethod.LOKR, 64, 1), layers)).keySet())
                .isEqualTo(keys(modules, "lokr_w1", "lokr_w2", "alpha"));
        assertThat(
                        written(
                                        trained(
                                                DeltaSettings.of(TrainingMethod.LORA, 1, 1)
                                                        .withDora(),
                                                layers))
                                .keySet())
                .isEqualTo(
                        keys(modules, "lora_down.weight", "lora_up.weight", "dora_scale", "alpha"));
    }

    @Test
    void textEncodersAre72And192Layers() {
        assertText(Component.TEXT_ENCODER_1, "lora_te1", 12, 72);
        assertText(Component.TEXT_ENCODER_2, "lora_te2", 32, 192);
    }

    private static void assertText(Component component, String prefix, int depth, int count) {
        Map<String, List<Long>> layers = new LinkedHashMap<>();
        layers.put("text_model.embeddings.token_embedding", List.of(9L, 8L));
        layers.put("text_model.final_layer_norm", List.of(8L));
        layers.put("text_projection", List.of(8L, 8L));
        Set<String> modules = new TreeSet<>();
        for (int i = 0; i < depth; i++) {
            String path = "text_model.encoder.layers." + i + ".";
            layers.put(path + "layer_norm1", List.of(8L));
            String layer = prefix + "_text_model_encoder_layers_" + i;
            for (String part : List.of("q", "k", "v", "out")) {
                layers.put(path + "self_attn." + part + "_proj", List.of(8L, 8L));
                modules.add(layer + "_self_attn_" + part + "_proj");
            }
            for (String part : List.of("fc1", "fc2")) {
                layers.put(path + "mlp." + part, List.of(8L, 8L));
                modules.add(layer + "_mlp_" + part);
            }
        }
        assertThat(modules).hasSize(count);
        assertThat(
                        written(
                                        trained(
                                                DeltaSettings.of(TrainingMethod.LORA, 1, 1),
                                                AdapterTargets.textEncoder(component, layers)))
                                .keySet())
                .isEqualTo(keys(modules, LORA));
    }
}
