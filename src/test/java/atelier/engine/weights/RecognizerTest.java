package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.library.ModelFamily;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecognizerTest {

    private static final String UNET = "model.diffusion_model.";

    @TempDir Path folder;

    /** A few names and shapes of each family, as its published files have them. */
    static List<Arguments> families() {
        Map<String, List<Long>> sdxl = TestModels.singleFile(TestModels.SMALL);
        Map<String, List<Long>> reduced = new LinkedHashMap<>(sdxl);
        reduced.keySet().removeIf(name -> name.startsWith(UNET + "middle_block.1."));
        String context = UNET + "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight";
        String conv = UNET + "input_blocks.0.0.weight";
        return List.of(
                Arguments.of(ModelFamily.SDXL, sdxl),
                Arguments.of(ModelFamily.SDXL_REDUCED, reduced),
                Arguments.of(ModelFamily.SDXL_INPAINTING, with(sdxl, conv, 32L, 9L, 3L, 3L)),
                Arguments.of(ModelFamily.SDXL_EDIT, with(sdxl, conv, 32L, 8L, 3L, 3L)),
                Arguments.of(ModelFamily.SDXL_EDM, with(sdxl, "edm_mean", 1L, 4L, 1L, 1L)),
                Arguments.of(ModelFamily.SDXL_EDM, with(sdxl, "edm_vpred.sigma_max")),
                Arguments.of(
                        ModelFamily.SDXL_REFINER,
                        with(
                                Map.of(
                                        conv,
                                        List.of(384L, 4L, 3L, 3L),
                                        UNET + "label_emb.0.0.weight",
                                        List.of(1536L, 2560L)),
                                UNET + "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight",
                                768L,
                                1280L)),
                Arguments.of(
                        ModelFamily.SDXL_REFINER,
                        with(sdxl, "conditioner.embedders.0.model.ln_final.weight", 1280L)),
                Arguments.of(
                        ModelFamily.SD1,
                        with(Map.of(conv, List.of(320L, 4L, 3L, 3L)), context, 320L, 768L)),
                Arguments.of(
                        ModelFamily.SD2,
                        with(Map.of(conv, List.of(320L, 4L, 3L, 3L)), context, 320L, 1024L)),
                Arguments.of(
                        ModelFamily.SD1,
                        with(
                                Map.of(
                                        "down_blocks.0.resnets.0.time_emb_proj.weight",
                                        List.of(320L, 1280L)),
                                "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight",
                                320L,
                                768L)),
                Arguments.of(
                        ModelFamily.FLUX,
                        Map.of("double_blocks.0.img_attn.qkv.weight", List.of(9216L, 3072L))),
                Arguments.of(
                        ModelFamily.FLUX,
                        Map.of(
                                UNET + "double_blocks.0.img_attn.qkv.weight",
                                List.of(9216L, 3072L))),
                Arguments.of(
                        ModelFamily.FLUX,
                        Map.of(
                                "single_transformer_blocks.0.attn.to_q.weight",
                                List.of(3072L, 3072L))),
                Arguments.of(
                        ModelFamily.SD3,
                        Map.of(
                                UNET + "joint_blocks.0.x_block.attn.qkv.weight",
                                List.of(4608L, 1536L))),
                Arguments.of(
                        ModelFamily.CONTROL_NET,
                        Map.of("controlnet_cond_embedding.conv_in.weight", List.of(16L, 3L))),
                Arguments.of(
                        ModelFamily.QUANTISED,
                        with(
                                sdxl,
                                UNET
                                        + "input_blocks.4.1.proj_in.weight.quant_state.bitsandbytes__nf4",
                                9L)),
                Arguments.of(
                        ModelFamily.ADAPTER,
                        Map.of(
                                "lora_unet_input_blocks_4_1_proj_in.lora_down.weight",
                                List.of(8L, 640L))),
                Arguments.of(
                        ModelFamily.ADAPTER,
                        Map.of(
                                "unet.down_blocks.1.attentions.0.proj_in.lora_A.weight",
                                List.of(8L, 640L))),
                Arguments.of(
                        ModelFamily.ADAPTER,
                        Map.of(
                                "text_encoder.text_model.encoder.layers.0.mlp.fc1.lora_linear_layer.up.weight",
                                List.of(8L))),
                Arguments.of(
                        ModelFamily.EMBEDDING,
                        Map.of("clip_l", List.of(2L, 768L), "clip_g", List.of(2L, 1280L))),
                Arguments.of(ModelFamily.VAE, TestModels.vae(TestModels.SMALL, "")),
                Arguments.of(ModelFamily.VAE, VaeShapes.of(TestModels.SMALL.vae())),
                Arguments.of(
                        ModelFamily.TEXT_ENCODER, TextEncoderShapes.of(TestModels.SMALL.second())),
                Arguments.of(ModelFamily.UNKNOWN, Map.of("weight", List.of(1L))),
                Arguments.of(ModelFamily.UNKNOWN, Map.of()));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("families")
    void knowsTheFamilyAndRefusesAllButOneByName(
            ModelFamily family, Map<String, List<Long>> shapes) {
        Map<String, TensorInfo> tensors = new LinkedHashMap<>();
        shapes.forEach(
                (name, shape) -> tensors.put(name, new TensorInfo(name, DType.F16, shape, 0, 0)));
        assertThat(Recognizer.recognize(tensors)).isEqualTo(family);
        if (!family.isUsed() && shapes.size() < 100) {
            Path path = TestModels.write(folder.resolve("x.safetensors"), small(shapes));
            ModelFamily said = Recognizer.recognize(SafetensorsFile.open(path).tensors());
            assertThatThrownBy(() -> Checkpoint.open(path))
                    .hasMessage("%s is %s, %s".formatted(path, said.label(), said.advice()))
                    .hasMessageEndingWith(".");
        }
    }

    /** The same names with shapes that take no room. */
    private static Map<String, List<Long>> small(Map<String, List<Long>> shapes) {
        Map<String, List<Long>> small = new LinkedHashMap<>(shapes);
        small.replaceAll((name, shape) -> shape.size() < 2 ? List.of(0L) : with0(shape));
        return small;
    }

    private static List<Long> with0(List<Long> shape) {
        List<Long> emptied = new java.util.ArrayList<>(shape);
        emptied.set(0, 0L);
        return emptied;
    }

    private static Map<String, List<Long>> with(
            Map<String, List<Long>> shapes, String name, Long... shape) {
        Map<String, List<Long>> more = new LinkedHashMap<>(shapes);
        more.put(name, List.of(shape));
        return more;
    }
}
