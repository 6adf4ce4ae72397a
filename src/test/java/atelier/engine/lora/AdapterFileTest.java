package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.engine.weights.DType;
import atelier.model.adapter.AdapterInfo;
import atelier.model.adapter.AdapterLayout;
import atelier.model.adapter.AdapterMethod;
import atelier.model.adapter.ModuleGroup;
import atelier.model.adapter.TagCount;
import atelier.model.library.ModelFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterFileTest {

    private static final String Q = "mid_block.attentions.0.transformer_blocks.0.attn1.to_q";
    private static final String FLAT = "lora_unet_" + Q.replace('.', '_');

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
    @CsvSource({
        "lora_unet_middle_block_1_transformer_blocks_0_attn1_to_q.lora_down.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn1_to_q.lora_down.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "lycoris_mid_block_attentions_0_transformer_blocks_0_attn1_to_q.lora_down.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "unet.mid_block.attentions.0.transformer_blocks.0.attn1.to_q.lora.down.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "unet.mid_block.attentions.0.transformer_blocks.0.attn1.to_q.lora_A.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "unet.mid_block.attentions.0.transformer_blocks.0.attn1.to_q.lora_A.default_0.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "unet.mid_block.attentions.0.transformer_blocks.0.attn1.processor.to_q_lora.down.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "unet.mid_block.attentions.0.transformer_blocks.0.attn1.processor.to_out_lora.down.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_out.0",
        "base_model.model.mid_block.attentions.0.transformer_blocks.0.attn1.to_q.lora_A.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "unet.base_model.model.mid_block.attentions.0.transformer_blocks.0.attn1.to_q.lora_A.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "diffusion_model.middle_block.1.transformer_blocks.0.attn1.to_q.lora_down.weight, UNET, mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
        "lora_unet_output_blocks_2_2_conv.lora_down.weight, UNET, up_blocks.0.upsamplers.0.conv",
        "lora_unet_time_embed_0.lora_down.weight, UNET, time_embedding.linear_1",
        "lora_unet_label_emb_0_2.lora_down.weight, UNET, add_embedding.linear_2",
        "lora_te1_text_model_encoder_layers_0_self_attn_out_proj.lora_down.weight, TEXT_ENCODER_1, text_model.encoder.layers.0.self_attn.out_proj",
        "lora_te_text_model_encoder_layers_0_mlp_fc1.lora_down.weight, TEXT_ENCODER_1, text_model.encoder.layers.0.mlp.fc1",
        "lora_te2_text_model_encoder_layers_3_mlp_fc2.lora_down.weight, TEXT_ENCODER_2, text_model.encoder.layers.3.mlp.fc2",
        "lora_te2_text_projection.lora_down.weight, TEXT_ENCODER_2, text_projection",
        "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_linear_layer.down.weight, TEXT_ENCODER_1, text_model.encoder.layers.0.self_attn.q_proj",
        "text_encoder_2.text_model.encoder.layers.1.self_attn.to_out_lora.down.weight, TEXT_ENCODER_2, text_model.encoder.layers.1.self_attn.out_proj",
        "text_encoders.clip_g.transformer.text_model.encoder.layers.1.mlp.fc1.lora_down.weight, TEXT_ENCODER_2, text_model.encoder.layers.1.mlp.fc1",
    })
    void findsTheLayerBehindEverySpelling(String down, String network, String module) {
        TensorRole.Name name = TensorRole.parse(down);
        assertThat(name.role()).isEqualTo(TensorRole.DOWN);
        LayerName layer = LayerName.of(name.stem());
        assertThat(layer.network()).isEqualTo(NetworkName.valueOf(network));
        assertThat(adapted.layers().module(layer)).isEqualTo(module);
    }

    @Test
    void spellingsOfDifferentLayersNeverMeet() {
        Map<String, String> seen = new HashMap<>();
        for (String module : adapted.unet.layers().keySet()) {
            for (String spelling :
                    new String[] {
                        ModelLayers.flat(module),
                        ModelLayers.flat(ModelLayers.original(adapted.names, module))
                    }) {
                assertThat(seen.put(spelling, module)).isIn(null, module);
            }
        }
    }

    @Test
    void ranksDifferByLayerAndAMissingAlphaIsTheRank() {
        AdapterInfo info =
                open(new AdapterBuilder()
                                .lora(FLAT, 64, 64, 4)
                                .alpha(FLAT, 1)
                                .lora(FLAT.replace("to_q", "to_k"), 64, 64, 9)
                                .lora(FLAT.replace("to_q", "to_v"), 64, 64, 2)
                                .alpha(FLAT.replace("to_q", "to_v"), 0))
                        .info();
        assertThat(info.groups())
                .containsExactlyInAnyOrder(
                        new ModuleGroup("UNet", AdapterMethod.LORA, false, false, 4, 1, 1),
                        new ModuleGroup("UNet", AdapterMethod.LORA, false, false, 9, 9, 1),
                        new ModuleGroup("UNet", AdapterMethod.LORA, false, false, 2, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({"F64, 8", "F32, 4", "F16, 2", "BF16, 2", "I64, 8", "I32, 4"})
    void alphaIsOfAnyType(DType type, int bytes) {
        ByteBuffer three = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case F64 -> three.putDouble(3);
            case F32 -> three.putFloat(3);
            case F16 -> three.putShort(Float.floatToFloat16(3));
            case BF16 -> three.putShort((short) (Float.floatToIntBits(3) >>> 16));
            case I64 -> three.putLong(3);
            default -> three.putInt(3);
        }
        for (long[] shape : new long[][] {{}, {1}}) {
            AdapterFile file =
                    open(
                            new AdapterBuilder()
                                    .lora(FLAT, 64, 64, 4)
                                    .bytes(FLAT + ".alpha", type, three.duplicate().flip(), shape));
            assertThat(file.layers().getFirst().delta().alpha()).isEqualTo(3);
        }
    }

    @Test
    void scalesMayStandInTheMetadata() {
        AdapterFile file =
                open(
                        new AdapterBuilder()
                                .metadata(
                                        "lora_adapter_metadata",
                                        "{\"unet.r\": 4, \"unet.lora_alpha\": 8, \"unet.use_rslora\": true,"
                                                + " \"unet.alpha_pattern\": {\"attn1.to_k\": 3.5}}")
                                .random("unet." + Q + ".lora_A.weight", 4, 64)
                                .random("unet." + Q + ".lora_B.weight", 64, 4)
                                .random(
                                        "unet." + Q.replace("to_q", "to_k") + ".lora_A.weight",
                                        4,
                                        64)
                                .random(
                                        "unet." + Q.replace("to_q", "to_k") + ".lora_B.weight",
                                        64,
                                        4));
        assertThat(file.layers())
                .extracting(layer -> layer.stem().endsWith("to_q"), layer -> layer.delta().scale())
                .containsExactlyInAnyOrder(
                        tuple(true, 8 / Math.sqrt(4)), tuple(false, 3.5 / Math.sqrt(4)));
    }

    @Test
    void bundledEmbeddingsAndMarkersArePassedOver() {
        AdapterFile file =
                open(
                        new AdapterBuilder()
                                .lora(FLAT, 64, 64, 4)
                                .random("bundle_emb.my.alpha.clip_l", 2, 32)
                                .random("bundle_emb.my.alpha", 2, 48)
                                .random("v_pred"));
        assertThat(file.layers()).hasSize(1);
        assertThat(file.info().notes())
                .containsExactly(
                        "2 tensors of bundled embeddings were passed over.",
                        "1 markers of the model's kind were passed over.");
    }

    @Test
    void aLayerInBothSpellingsIsTheDiffusersOne() {
        AdapterFile file =
                open(
                        new AdapterBuilder()
                                .lora(
                                        "lora_unet_middle_block_1_transformer_blocks_0_attn1_to_q",
                                        64,
                                        64,
                                        8)
                                .lora(FLAT, 64, 64, 4));
        assertThat(file.place(adapted.layers()))
                .singleElement()
                .satisfies(layer -> assertThat(layer.adapter().delta().rank()).isEqualTo(4));
    }

    @Test
    void tellsWhatTheMetadataSays() {
        AdapterInfo info =
                open(new AdapterBuilder(DType.F16)
                                .lora("lora_te2_text_model_encoder_layers_0_mlp_fc1", 144, 48, 4)
                                .metadata("ss_base_model_version", "sdxl_base_v1-0")
                                .metadata("ss_output_name", "my-hero-v2")
                                .metadata("ss_sd_model_name", "sd_xl_base_1.0.safetensors")
                                .metadata("ss_new_sd_model_hash", "31e35c80")
                                .metadata("modelspec.trigger_phrase", "my hero")
                                .metadata("modelspec.thumbnail", "data:image/jpeg;base64,AAAA")
                                .metadata("sshs_model_hash", "abc")
                                .metadata(
                                        "ss_tag_frequency",
                                        "{\"10_hero\":{\"my hero\":12,\"smile \":3},\"2_x\":{\"smile\":4,\"hat\":1}}"))
                        .info();
        assertThat(info.family()).isEqualTo(ModelFamily.SDXL);
        assertThat(info.layout()).isEqualTo(AdapterLayout.KOHYA);
        assertThat(info.title()).isEqualTo("my-hero-v2");
        assertThat(info.triggerPhrase()).isEqualTo("my hero");
        assertThat(info.baseName()).isEqualTo("sd_xl_base_1.0.safetensors");
        assertThat(info.baseHash()).isEqualTo("31e35c80");
        assertThat(info.hashes()).containsExactly(Map.entry("sshs_model_hash", "abc"));
        assertThat(info.thumbnail()).isTrue();
        assertThat(info.metadata()).doesNotContainKey("modelspec.thumbnail");
        assertThat(info.types()).containsExactly("F16");
        assertThat(info.tags())
                .containsExactly(
                        new TagCount("my hero", 12),
                        new TagCount("smile", 7),
                        new TagCount("hat", 1));
    }

    @Test
    void metadataThatCannotBeReadDoesNoHarm() {
        AdapterInfo info =
                open(new AdapterBuilder()
                                .lora(FLAT, 64, 64, 4)
                                .metadata("ss_tag_frequency", "{broken")
                                .metadata("lora_adapter_metadata", "[1, 2"))
                        .info();
        assertThat(info.tags()).isEmpty();
        assertThat(info.layout()).isEqualTo(AdapterLayout.KOHYA_DIFFUSERS);
    }

    @ParameterizedTest
    @CsvSource({
        "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k, 320, 768, SD1",
        "lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_v, 640, 1024, SD2",
        "lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_v, 640, 2048, SDXL",
        "lora_unet_down_blocks_0_attentions_0_proj_in, 320, 320, SD1",
        "lora_unet_double_blocks_0_img_attn_qkv, 9216, 3072, FLUX",
        "transformer.single_transformer_blocks.0.attn.to_q, 3072, 3072, FLUX",
        "lora_unet_joint_blocks_0_x_block_attn_qkv, 4608, 1536, SD3",
        "transformer.transformer_blocks.0.attn.add_k_proj, 1536, 1536, SD3",
        "lora_unet_mystery, 8, 8, UNKNOWN",
    })
    void guessesTheModelItWasTrainedOn(String stem, long out, long in, ModelFamily family) {
        assertThat(open(new AdapterBuilder().lora(stem, out, in, 1)).info().family())
                .isEqualTo(family);
    }

    private AdapterFile open(AdapterBuilder file) {
        return AdapterFile.open(file.write(folder));
    }
}
