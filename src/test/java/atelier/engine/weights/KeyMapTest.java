package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMapTest {

    private final KeyMap unet = KeyMap.unet(TestModels.SDXL.unet());

    @ParameterizedTest
    @CsvSource({
        "conv_in.weight, input_blocks.0.0.weight",
        "time_embedding.linear_2.bias, time_embed.2.bias",
        "add_embedding.linear_1.weight, label_emb.0.0.weight",
        "down_blocks.0.resnets.1.norm2.bias, input_blocks.2.0.out_layers.0.bias",
        "down_blocks.0.downsamplers.0.conv.weight, input_blocks.3.0.op.weight",
        "down_blocks.1.resnets.0.conv_shortcut.weight, input_blocks.4.0.skip_connection.weight",
        "down_blocks.2.attentions.1.proj_in.weight, input_blocks.8.1.proj_in.weight",
        "mid_block.resnets.1.time_emb_proj.weight, middle_block.2.emb_layers.1.weight",
        "mid_block.attentions.0.norm.weight, middle_block.1.norm.weight",
        "up_blocks.0.upsamplers.0.conv.bias, output_blocks.2.2.conv.bias",
        "up_blocks.1.attentions.2.transformer_blocks.1.ff.net.0.proj.weight,"
                + "output_blocks.5.1.transformer_blocks.1.ff.net.0.proj.weight",
        "up_blocks.2.resnets.2.conv1.weight, output_blocks.8.0.in_layers.2.weight",
        "conv_norm_out.weight, out.0.weight",
        "conv_out.bias, out.2.bias"
    })
    void mapsTheUNetsTensors(String diffusers, String original) {
        assertThat(unet.toOriginal(diffusers).original()).isEqualTo(original);
        assertThat(unet.toDiffusers(original))
                .containsExactly(new KeyMap.Pair(diffusers, original, Relation.SAME));
    }

    @Test
    void mapsModulesAsWellAsTensors() {
        assertThat(
                        unet.toOriginal(
                                        "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q")
                                .original())
                .isEqualTo("input_blocks.4.1.transformer_blocks.0.attn1.to_q");
    }

    @ParameterizedTest
    @CsvSource({
        "encoder.down_blocks.3.resnets.0.conv1.weight, encoder.down.3.block.0.conv1.weight, SAME",
        "encoder.down_blocks.1.resnets.0.conv_shortcut.bias, encoder.down.1.block.0.nin_shortcut.bias, SAME",
        "encoder.down_blocks.2.downsamplers.0.conv.weight, encoder.down.2.downsample.conv.weight, SAME",
        "decoder.up_blocks.0.resnets.2.norm1.weight, decoder.up.3.block.2.norm1.weight, SAME",
        "decoder.up_blocks.2.upsamplers.0.conv.weight, decoder.up.1.upsample.conv.weight, SAME",
        "decoder.mid_block.resnets.1.conv2.weight, decoder.mid.block_2.conv2.weight, SAME",
        "encoder.mid_block.attentions.0.group_norm.weight, encoder.mid.attn_1.norm.weight, SAME",
        "encoder.mid_block.attentions.0.to_out.0.weight, encoder.mid.attn_1.proj_out.weight, SQUEEZED",
        "decoder.conv_norm_out.bias, decoder.norm_out.bias, SAME",
        "post_quant_conv.weight, post_quant_conv.weight, SAME"
    })
    void mapsTheAutoencodersTensors(String diffusers, String original, Relation relation) {
        KeyMap vae = KeyMap.vae(TestModels.SDXL.vae());
        assertThat(vae.toOriginal(diffusers))
                .isEqualTo(new KeyMap.Pair(diffusers, original, relation));
        assertThat(vae.toDiffusers(original))
                .containsExactly(new KeyMap.Pair(diffusers, original, relation));
    }

    @Test
    void unstacksTheSecondTextEncodersAttention() {
        String layer = "text_model.encoder.layers.31.self_attn.";
        String stacked = "transformer.resblocks.31.attn.in_proj_bias";
        assertThat(KeyMap.openClip(32).toDiffusers(stacked))
                .containsExactly(
                        new KeyMap.Pair(layer + "q_proj.bias", stacked, Relation.FIRST_THIRD),
                        new KeyMap.Pair(layer + "k_proj.bias", stacked, Relation.SECOND_THIRD),
                        new KeyMap.Pair(layer + "v_proj.bias", stacked, Relation.LAST_THIRD));
    }

    @Test
    void transposesTheProjection() {
        assertThat(KeyMap.openClip(1).toOriginal("text_projection.weight"))
                .isEqualTo(
                        new KeyMap.Pair(
                                "text_projection.weight", "text_projection", Relation.TRANSPOSED));
        assertThat(Relation.TRANSPOSED.toDiffusers(List.of(1280L, 640L)))
                .containsExactly(640L, 1280L);
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(unet.toOriginal("down_blocks.0.resnets.2.conv1.weight")).isNull();
        assertThat(unet.toDiffusers("input_blocks.9.0.in_layers.0.weight")).isEmpty();
        assertThat(unet.toDiffusers("foo")).isEmpty();
    }

    /** A level without attention has its upsampler one place earlier. */
    @Test
    void placesTheUpsamplerAfterTheAttentionIfThereIsAny() {
        UNetStructure structure = new UNetStructure(3, 2, List.of(true, false, true));
        KeyMap keys = KeyMap.unet(structure);
        assertThat(keys.toOriginal("up_blocks.0.upsamplers.0.conv").original())
                .isEqualTo("output_blocks.2.2.conv");
        assertThat(keys.toOriginal("up_blocks.1.upsamplers.0.conv").original())
                .isEqualTo("output_blocks.5.1.conv");
    }

    /**
     * Every tensor of SDXL has a name of its own in the single file, and the way back leads to it.
     */
    @Test
    void isOneToOne() {
        assertOneToOne(UNetShapes.of(TestModels.SDXL.unet()), unet);
        assertOneToOne(VaeShapes.of(TestModels.SDXL.vae()), KeyMap.vae(TestModels.SDXL.vae()));
        assertOneToOne(TextEncoderShapes.of(TestModels.SDXL.second()), KeyMap.openClip(32));
        assertOneToOne(TextEncoderShapes.of(TestModels.SDXL.first()), KeyMap.same());
    }

    private static void assertOneToOne(Map<String, List<Long>> shapes, KeyMap keys) {
        shapes.forEach((name, shape) -> {
            KeyMap.Pair pair = keys.toOriginal(name);
            assertThat(keys.toDiffusers(pair.original())).contains(pair);
            assertThat(pair.relation().toDiffusers(pair.relation().toOriginal(shape)))
                    .isEqualTo(shape);
        });
        assertThat(
                        shapes.keySet().stream()
                                .map(keys::toOriginal)
                                .map(pair -> pair.original() + pair.relation())
                                .distinct())
                .hasSameSizeAs(shapes.keySet());
    }

    /** The numbers that are known of SDXL: parameters, and the layers that adapters act on. */
    @Test
    void knowsSdxl() {
        assertThat(parameters(UNetShapes.of(TestModels.SDXL.unet()))).isEqualTo(2_567_463_684L);
        assertThat(UNetShapes.of(TestModels.SDXL.unet())).hasSize(1680);
        assertThat(parameters(VaeShapes.of(TestModels.SDXL.vae()))).isEqualTo(83_653_863L);
        assertThat(parameters(TextEncoderShapes.of(TestModels.SDXL.first())))
                .isEqualTo(123_060_480L);
        assertThat(parameters(TextEncoderShapes.of(TestModels.SDXL.second())))
                .isEqualTo(694_659_840L);
        Predicate<String> isInTransformer =
                name -> name.contains(".attentions.") && !name.contains("norm");
        assertThat(
                        UNetShapes.of(TestModels.SDXL.unet()).keySet().stream()
                                .filter(isInTransformer.and(name -> name.endsWith(".weight"))))
                .hasSize(722);
    }

    private static long parameters(Map<String, List<Long>> shapes) {
        return shapes.values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, (a, b) -> a * b))
                .sum();
    }
}
