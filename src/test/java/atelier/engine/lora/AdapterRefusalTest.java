package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.weights.DType;
import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no adapters for the model, and the one sentence each must be refused with. */
class AdapterRefusalTest {

    private static final String MID = "lora_unet_mid_block_attentions_0_";
    private static final String Q = MID + "transformer_blocks_0_attn1_to_q";

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

    private record Case(String name, AdapterBuilder file, String says) {}

    @TestFactory
    Stream<DynamicTest> refusesInOneSentence() {
        return Stream.of(ofOtherModels(), misfits(), noAdapters(), contradictions())
                .flatMap(cases -> cases)
                .map(item ->
                        DynamicTest.dynamicTest(
                                item.name(),
                                () -> {
                                    Path path = item.file().write(folder);
                                    assertThatThrownBy(() ->
                                                    AdapterFile.open(path)
                                                            .requireFit(adapted.layers()))
                                            .isInstanceOf(AtelierException.class)
                                            .hasMessageStartingWith(path.toString())
                                            .hasMessageContaining(item.says())
                                            .hasMessageEndingWith(".")
                                            .message()
                                            .doesNotContainPattern("\\p{Cntrl}")
                                            .hasSizeLessThan(folder.toString().length() + 400);
                                }));
    }

    private static Stream<Case> ofOtherModels() {
        return Stream.of(
                new Case(
                        "SD 1.5",
                        new AdapterBuilder()
                                .lora(
                                        "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k",
                                        320,
                                        768,
                                        1)
                                .lora("lora_te_text_model_encoder_layers_0_mlp_fc1", 3072, 768, 1),
                        "is an adapter for a Stable Diffusion 1.x model, not for SDXL"),
                new Case(
                        "SD 2",
                        new AdapterBuilder()
                                .lora(
                                        "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn2_to_k",
                                        1280,
                                        1024,
                                        1),
                        "is an adapter for a Stable Diffusion 2.x model,"),
                new Case(
                        "SD 3",
                        new AdapterBuilder()
                                .lora(
                                        "transformer.transformer_blocks.0.attn.add_k_proj",
                                        64,
                                        64,
                                        1),
                        "is an adapter for a Stable Diffusion 3 model,"),
                new Case(
                        "Flux",
                        new AdapterBuilder().lora("lora_unet_single_blocks_3_linear1", 64, 64, 1),
                        "is an adapter for a Flux model,"),
                new Case(
                        "something else",
                        new AdapterBuilder()
                                .lora("lora_unet_layers_3_mixer", 64, 64, 1)
                                .lora("lora_unet_layers_4_mixer", 64, 64, 1),
                        "changes all 2 layers that this model does not have (the first is lora_unet_layers_3_mixer)"));
    }

    private static Stream<Case> misfits() {
        return Stream.of(
                new Case(
                        "one unknown layer",
                        new AdapterBuilder()
                                .lora(Q, 64, 64, 4)
                                .lora("lora_unet_mid_block_attentions_7_proj_in", 64, 64, 4),
                        "changes 1 of 2 layers that this model does not have"),
                new Case(
                        "another width",
                        new AdapterBuilder().lora(Q, 128, 64, 4).lora(MID + "proj_in", 64, 64, 4),
                        "as UNet, layer mid_block.attentions.0.transformer_blocks.0.attn1.to_q, is 64×64 in the model and 128×64 in the adapter: 1 of 2 layers do not fit"),
                new Case(
                        "another text encoder",
                        new AdapterBuilder()
                                .lora(
                                        "lora_te2_text_model_encoder_layers_0_mlp_fc1",
                                        5120,
                                        1280,
                                        1),
                        "as second text encoder, layer text_model.encoder.layers.0.mlp.fc1, is 144×48 in the model and 5120×1280"),
                new Case(
                        "another kernel",
                        new AdapterBuilder()
                                .random("lora_unet_conv_in.lora_down.weight", 2, 4, 1, 9)
                                .random("lora_unet_conv_in.lora_up.weight", 32, 2, 1, 1),
                        "do not fit"),
                new Case(
                        "LoRA of a norm",
                        new AdapterBuilder().lora("lora_unet_conv_norm_out", 32, 1, 1),
                        "has no matrix in the model"),
                new Case(
                        "bias of another length",
                        new AdapterBuilder().random("lora_unet_conv_in.diff_b", 31),
                        "has 32 outputs in the model and 31"),
                new Case(
                        "magnitudes of another length",
                        new AdapterBuilder()
                                .random("lora_unet_conv_in.lora_down.weight", 2, 4, 3, 3)
                                .random("lora_unet_conv_in.lora_up.weight", 32, 2, 1, 1)
                                .random("lora_unet_conv_in.dora_scale", 1, 12, 1, 1),
                        "has 4 inputs in the model and 12"));
    }

    private static Stream<Case> noAdapters() {
        return Stream.of(
                new Case("nothing", new AdapterBuilder(), "holds no tensors at all"),
                new Case(
                        "checkpoint",
                        new AdapterBuilder()
                                .random("model.diffusion_model.input_blocks.0.0.weight", 4, 4)
                                .random("model.diffusion_model.label_emb.0.0.weight", 4, 2816)
                                .random(
                                        "model.diffusion_model.middle_block.1.transformer_blocks.0.attn2.to_k.weight",
                                        4,
                                        2048)
                                .random("conditioner.embedders.1.model.logit_scale"),
                        "is an SDXL model, not an adapter: choose it as the model instead."),
                new Case(
                        "SD 1.5 checkpoint",
                        new AdapterBuilder()
                                .random("model.diffusion_model.input_blocks.0.0.weight", 4, 4)
                                .random(
                                        "model.diffusion_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight",
                                        4,
                                        768),
                        "is a Stable Diffusion 1.x model, not an adapter: choose an adapter that was trained on SDXL."),
                new Case(
                        "VAE",
                        new AdapterBuilder().random("decoder.conv_in.weight", 4, 4),
                        "is a VAE, not an adapter"),
                new Case(
                        "embedding",
                        new AdapterBuilder().random("clip_l", 4, 4).random("clip_g", 4, 4),
                        "is a textual inversion embedding, not an adapter"),
                new Case(
                        "embeddings alone",
                        new AdapterBuilder().random("bundle_emb.a.clip_l", 4, 4),
                        "changes no layer of a model"),
                new Case(
                        "ControlNet",
                        new AdapterBuilder()
                                .random("control_model.input_hint_block.0.weight", 4, 4),
                        "is a ControlNet"),
                new Case(
                        "OFT",
                        new AdapterBuilder().random(Q + ".oft_blocks", 4, 4, 4),
                        "is an OFT or BOFT adapter"),
                new Case(
                        "IA3",
                        new AdapterBuilder().random(Q + ".weight", 64).random(Q + ".on_input"),
                        "is an IA3 adapter"),
                new Case(
                        "GLoRA",
                        new AdapterBuilder().random(Q + ".a1.weight", 4, 4),
                        "is a GLoRA adapter"),
                new Case(
                        "one tensor too many",
                        new AdapterBuilder().lora(Q, 64, 64, 4).random(Q + ".scalar"),
                        "as 1 of its 3 tensors belong to none (the first is " + Q + ".scalar)"),
                new Case(
                        "a name of many lines",
                        new AdapterBuilder().random("x\ny\u0007" + "z".repeat(1_000), 1),
                        "(the first is x?y?zzz"));
    }

    private static Stream<Case> contradictions() {
        return Stream.of(
                new Case(
                        "no up",
                        new AdapterBuilder().random(Q + ".lora_down.weight", 4, 64),
                        "has no lora_up.weight"),
                new Case(
                        "ranks that differ",
                        new AdapterBuilder()
                                .random(Q + ".lora_down.weight", 4, 64)
                                .random(Q + ".lora_up.weight", 64, 5),
                        "matrices that do not fit together: [64, 5] after [4, 64]"),
                new Case(
                        "rank zero",
                        new AdapterBuilder().lora(Q, 64, 64, 0),
                        "impossible shape [0, 64]"),
                new Case(
                        "scale alone",
                        new AdapterBuilder().alpha(Q, 4),
                        "has a scale and nothing to be scaled"),
                new Case(
                        "alpha of two numbers",
                        new AdapterBuilder().lora(Q, 64, 64, 4).random(Q + ".alpha", 2),
                        "has an alpha that is no finite number"),
                new Case(
                        "alpha not a number",
                        new AdapterBuilder().lora(Q, 64, 64, 4).alpha(Q, Double.NaN),
                        "has an alpha that is no finite number"),
                new Case(
                        "two kinds at once",
                        new AdapterBuilder().lora(Q, 64, 64, 4).random(Q + ".lokr_w1", 8, 8),
                        "holds " + Q + ".lokr_w1, which belongs to another kind of change"),
                new Case(
                        "the same twice",
                        new AdapterBuilder()
                                .random(Q + ".lora_down.weight", 4, 64)
                                .random(Q + ".lora_A.weight", 4, 64)
                                .random(Q + ".lora_up.weight", 64, 4),
                        "twice under different names"),
                new Case(
                        "one layer under two names",
                        new AdapterBuilder()
                                .lora(Q, 64, 64, 4)
                                .lora(
                                        "unet.mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
                                        64,
                                        64,
                                        4),
                        "changes the layer mid_block.attentions.0.transformer_blocks.0.attn1.to_q twice"),
                new Case(
                        "LoHa of unequal products",
                        new AdapterBuilder()
                                .random(Q + ".hada_w1_a", 64, 2)
                                .random(Q + ".hada_w1_b", 2, 64)
                                .random(Q + ".hada_w2_a", 64, 2)
                                .random(Q + ".hada_w2_b", 2, 63),
                        "impossible shape [64, 2] in " + Q + ".hada_w2_a"),
                new Case(
                        "LoKr with half a product",
                        new AdapterBuilder()
                                .random(Q + ".lokr_w1", 8, 8)
                                .random(Q + ".lokr_w2_a", 8, 2),
                        "has no lokr_w2_b"),
                new Case(
                        "a core that does not fit",
                        new AdapterBuilder()
                                .random("lora_unet_conv_in.lora_down.weight", 2, 4, 1, 1)
                                .random("lora_unet_conv_in.lora_mid.weight", 3, 2, 3, 3)
                                .random("lora_unet_conv_in.lora_up.weight", 32, 2, 1, 1),
                        "impossible shape [3, 2, 3, 3]"),
                new Case(
                        "magnitudes of no axis",
                        new AdapterBuilder().lora(Q, 64, 64, 4).random(Q + ".dora_scale", 2, 32),
                        "impossible shape [2, 32]"),
                new Case(
                        "eight-bit weights",
                        new AdapterBuilder()
                                .bytes(
                                        Q + ".lora_down.weight",
                                        DType.F8_E4M3,
                                        ByteBuffer.allocate(256),
                                        4,
                                        64)
                                .random(Q + ".lora_up.weight", 64, 4),
                        "is stored as F8_E4M3, not as F32, F16 or BF16"));
    }

    @Test
    void refusesAPickle() throws IOException {
        Path path =
                Files.write(
                        folder.resolve("adapter.pt"),
                        new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> AdapterFile.open(path))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("refused because opening one can run code");
    }

    @Test
    void refusesAWebPage() throws IOException {
        Path path =
                Files.writeString(
                        folder.resolve("adapter.safetensors"), "<!DOCTYPE html><html>404</html>");
        assertThatThrownBy(() -> AdapterFile.open(path))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("looks like a web page");
    }
}
