package atelier.engine.weights;

import atelier.model.AtelierException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works out a network's configuration, in diffusers' form, from the names and shapes of its
 * tensors.
 *
 * <p>Heads, groups, activations and the latents' scale leave no trace in the shapes; they are as
 * SDXL has them: 64 channels a head, 32 groups, 0.13025. A configuration beside the file can say
 * otherwise.
 */
final class ConfigInference {

    /** More than any model has of anything; a file made to waste time could have more. */
    private static final int MOST = 200;

    private static final int HEAD_WIDTH = 64;
    private static final int GROUPS = 32;
    private static final int SIZE_EMBEDDING = 256;
    private static final double LATENT_SCALE = 0.13025;

    private final Map<String, List<Long>> shapes;
    private final String where;

    /**
     * @param shapes shapes by diffusers name
     * @param where the file, for messages
     */
    ConfigInference(Map<String, List<Long>> shapes, String where) {
        this.shapes = shapes;
        this.where = where;
    }

    /**
     * The UNet's configuration.
     *
     * @param pooled width of the second text encoder's pooled output; null where that is not known
     */
    ObjectNode unet(@Nullable Integer pooled) {
        int levels = count("down_blocks.");
        int layers = count("down_blocks.0.resnets.");
        ObjectNode config = ConfigTemplate.UNET.config();
        config.put("in_channels", size("conv_in.weight", 1));
        config.put("out_channels", size("conv_out.weight", 0));
        config.put("layers_per_block", layers);
        config.put("norm_num_groups", GROUPS);
        ArrayNode widths = config.putArray("block_out_channels");
        ArrayNode heads = config.putArray("attention_head_dim");
        ArrayNode depths = config.putArray("transformer_layers_per_block");
        ArrayNode down = config.putArray("down_block_types");
        ArrayNode up = config.putArray("up_block_types");
        for (int level = 0; level < levels; level++) {
            int width = size("down_blocks." + level + ".resnets.0.conv1.weight", 0);
            int depth = count("down_blocks." + level + ".attentions.0.transformer_blocks.");
            widths.add(width);
            heads.add(Math.max(1, width / HEAD_WIDTH));
            depths.add(Math.max(1, depth));
            down.add(depth > 0 ? "CrossAttnDownBlock2D" : "DownBlock2D");
            up.insert(0, depth > 0 ? "CrossAttnUpBlock2D" : "UpBlock2D");
        }
        config.put(
                "cross_attention_dim",
                size("mid_block.attentions.0.transformer_blocks.0.attn2.to_k.weight", 1));
        int additions = size("add_embedding.linear_1.weight", 1);
        int ofSizes =
                pooled == null || pooled >= additions
                        ? 0
                        : (additions - pooled) / UNetConfig.SIZE_CONDITIONS;
        config.put("projection_class_embeddings_input_dim", additions);
        config.put("addition_time_embed_dim", ofSizes == 0 ? SIZE_EMBEDDING : ofSizes);
        return config;
    }

    /** The autoencoder's configuration. */
    ObjectNode vae() {
        int levels = count("encoder.down_blocks.");
        ObjectNode config = ConfigTemplate.VAE.config();
        config.put("in_channels", size("encoder.conv_in.weight", 1));
        config.put("out_channels", size("decoder.conv_out.weight", 0));
        config.put("latent_channels", size("decoder.conv_in.weight", 1));
        config.put("layers_per_block", count("encoder.down_blocks.0.resnets."));
        config.put("norm_num_groups", GROUPS);
        config.put("scaling_factor", LATENT_SCALE);
        ArrayNode widths = config.putArray("block_out_channels");
        IntStream.range(0, levels)
                .forEach(level ->
                        widths.add(
                                size(
                                        "encoder.down_blocks." + level + ".resnets.0.conv1.weight",
                                        0)));
        repeat(config.putArray("down_block_types"), "DownEncoderBlock2D", levels);
        repeat(config.putArray("up_block_types"), "UpDecoderBlock2D", levels);
        return config;
    }

    /** The configuration of one of the text encoders. */
    ObjectNode textEncoder(Component encoder) {
        int hidden = size("text_model.embeddings.token_embedding.weight", 1);
        boolean projected = shapes.containsKey("text_projection.weight");
        ObjectNode config = ConfigTemplate.TEXT_ENCODER.config();
        config.putArray("architectures")
                .add(projected ? "CLIPTextModelWithProjection" : "CLIPTextModel");
        config.put("hidden_act", encoder == Component.TEXT_ENCODER_1 ? "quick_gelu" : "gelu");
        config.put("hidden_size", hidden);
        config.put("intermediate_size", size("text_model.encoder.layers.0.mlp.fc1.weight", 0));
        config.put(
                "max_position_embeddings",
                size("text_model.embeddings.position_embedding.weight", 0));
        config.put("num_attention_heads", Math.max(1, hidden / HEAD_WIDTH));
        config.put("num_hidden_layers", count("text_model.encoder.layers."));
        config.put("projection_dim", projected ? size("text_projection.weight", 0) : hidden);
        config.put("vocab_size", size("text_model.embeddings.token_embedding.weight", 0));
        return config;
    }

    private static void repeat(ArrayNode array, String value, int times) {
        for (int i = 0; i < times; i++) {
            array.add(value);
        }
    }

    /** How many numbers, from 0 on, follow the path in the names. */
    private int count(String path) {
        int number = 0;
        while (number < MOST && hasBelow(path + number + ".")) {
            number++;
        }
        return number;
    }

    private boolean hasBelow(String path) {
        return shapes.keySet().stream().anyMatch(name -> name.startsWith(path));
    }

    private int size(String name, int axis) {
        List<Long> shape = shapes.get(name);
        if (shape == null) {
            throw new AtelierException(
                    "%s lacks the tensor %s, so its structure cannot be told: download it again."
                            .formatted(where, name));
        }
        if (axis >= shape.size() || shape.get(axis) < 1 || shape.get(axis) > Integer.MAX_VALUE) {
            throw new AtelierException(
                    "%s has the tensor %s with shape %s, which no SDXL model has: download it again."
                            .formatted(where, name, shape));
        }
        return Math.toIntExact(shape.get(axis));
    }
}
