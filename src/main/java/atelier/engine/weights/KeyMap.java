package atelier.engine.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of one network in the two layouts, as one table read in both directions: diffusers' and
 * transformers' names on one side, those of the original single file (LDM/SGM blocks, OpenCLIP) on
 * the other. Names are without the prefix that tells the networks of a single file apart.
 *
 * <p>The table names modules; whatever lies below a module, such as {@code .weight}, is the same on
 * both sides. So it translates tensors and modules alike.
 *
 * @see <a
 *     href="https://github.com/huggingface/diffusers/blob/main/src/diffusers/loaders/single_file_utils.py">diffusers'
 *     reading of single files</a>
 */
public final class KeyMap {

    /**
     * Two names of the same thing.
     *
     * @param diffusers in the diffusers layout
     * @param original in the single-file layout
     * @param relation how the tensor of the diffusers layout is got from the other
     */
    public record Pair(String diffusers, String original, Relation relation) {

        private Pair below(String rest) {
            return new Pair(diffusers + rest, original + rest, relation);
        }
    }

    private final Map<String, Pair> byDiffusers = new HashMap<>();
    private final Map<String, List<Pair>> byOriginal = new HashMap<>();
    private final boolean sameElsewhere;

    private KeyMap(boolean sameElsewhere) {
        this.sameElsewhere = sameElsewhere;
    }

    /** Names that are the same in both layouts: those of the first text encoder. */
    public static KeyMap same() {
        return new KeyMap(true);
    }

    /** The UNet's names, for its number of levels and layers. */
    public static KeyMap unet(UNetConfig config) {
        return unet(UNetStructure.of(config));
    }

    static KeyMap unet(UNetStructure structure) {
        KeyMap map = new KeyMap(false);
        map.add("time_embedding.linear_1", "time_embed.0");
        map.add("time_embedding.linear_2", "time_embed.2");
        map.add("add_embedding.linear_1", "label_emb.0.0");
        map.add("add_embedding.linear_2", "label_emb.0.2");
        map.add("conv_in", "input_blocks.0.0");
        map.add("conv_norm_out", "out.0");
        map.add("conv_out", "out.2");
        map.addUNetResnet("mid_block.resnets.0", "middle_block.0");
        map.add("mid_block.attentions.0", "middle_block.1");
        map.addUNetResnet("mid_block.resnets.1", "middle_block.2");
        int layers = structure.layersPerBlock();
        for (int i = 0; i < structure.levels(); i++) {
            int first = (layers + 1) * i;
            for (int j = 0; j < layers; j++) {
                map.addUNetResnet(
                        "down_blocks.%d.resnets.%d".formatted(i, j),
                        "input_blocks.%d.0".formatted(first + j + 1));
                map.add(
                        "down_blocks.%d.attentions.%d".formatted(i, j),
                        "input_blocks.%d.1".formatted(first + j + 1));
            }
            map.add(
                    "down_blocks.%d.downsamplers.0.conv".formatted(i),
                    "input_blocks.%d.0.op".formatted(first + layers + 1));
            for (int j = 0; j <= layers; j++) {
                map.addUNetResnet(
                        "up_blocks.%d.resnets.%d".formatted(i, j),
                        "output_blocks.%d.0".formatted(first + j));
                map.add(
                        "up_blocks.%d.attentions.%d".formatted(i, j),
                        "output_blocks.%d.1".formatted(first + j));
            }
            // The upsampler comes after the attention, so its place depends on whether the level
            // has any.
            int place = structure.attention().get(structure.levels() - 1 - i) ? 2 : 1;
            map.add(
                    "up_blocks.%d.upsamplers.0.conv".formatted(i),
                    "output_blocks.%d.%d.conv".formatted(first + layers, place));
        }
        return map;
    }

    /** The autoencoder's names, for its number of levels and layers. */
    public static KeyMap vae(VaeConfig config) {
        return vae(config.blockOutChannels().size(), config.layersPerBlock());
    }

    static KeyMap vae(int levels, int layersPerBlock) {
        KeyMap map = new KeyMap(false);
        for (String same : List.of("quant_conv", "post_quant_conv")) {
            map.add(same, same);
        }
        for (String side : List.of("encoder.", "decoder.")) {
            map.add(side + "conv_in", side + "conv_in");
            map.add(side + "conv_norm_out", side + "norm_out");
            map.add(side + "conv_out", side + "conv_out");
            map.addVaeResnet(side + "mid_block.resnets.0", side + "mid.block_1");
            map.addVaeResnet(side + "mid_block.resnets.1", side + "mid.block_2");
            String attention = side + "mid_block.attentions.0.";
            String original = side + "mid.attn_1.";
            map.add(attention + "group_norm", original + "norm");
            map.add(attention + "to_q", original + "q", Relation.SQUEEZED);
            map.add(attention + "to_k", original + "k", Relation.SQUEEZED);
            map.add(attention + "to_v", original + "v", Relation.SQUEEZED);
            map.add(attention + "to_out.0", original + "proj_out", Relation.SQUEEZED);
        }
        for (int i = 0; i < levels; i++) {
            String down = "encoder.down_blocks.%d.".formatted(i);
            String up = "decoder.up_blocks.%d.".formatted(levels - 1 - i);
            for (int j = 0; j < layersPerBlock; j++) {
                map.addVaeResnet(down + "resnets." + j, "encoder.down.%d.block.%d".formatted(i, j));
            }
            for (int j = 0; j <= layersPerBlock; j++) {
                map.addVaeResnet(up + "resnets." + j, "decoder.up.%d.block.%d".formatted(i, j));
            }
            map.add(down + "downsamplers.0.conv", "encoder.down.%d.downsample.conv".formatted(i));
            map.add(up + "upsamplers.0.conv", "decoder.up.%d.upsample.conv".formatted(i));
        }
        return map;
    }

    /**
     * The names that diffusers gave an autoencoder's attention until version 0.13, beside those
     * that stayed.
     */
    static KeyMap oldVae() {
        KeyMap map = new KeyMap(true);
        for (String side : List.of("encoder.", "decoder.")) {
            String attention = side + "mid_block.attentions.0.";
            map.add(attention + "to_q", attention + "query");
            map.add(attention + "to_k", attention + "key");
            map.add(attention + "to_v", attention + "value");
            map.add(attention + "to_out.0", attention + "proj_attn");
        }
        return map;
    }

    /** The second text encoder's names, for its number of layers. */
    public static KeyMap openClip(int layers) {
        KeyMap map = new KeyMap(false);
        map.add("text_model.embeddings.position_embedding.weight", "positional_embedding");
        map.add("text_model.embeddings.token_embedding", "token_embedding");
        map.add("text_model.final_layer_norm", "ln_final");
        map.add("text_projection.weight", "text_projection", Relation.TRANSPOSED);
        for (int i = 0; i < layers; i++) {
            String layer = "text_model.encoder.layers." + i + ".";
            String block = "transformer.resblocks." + i + ".";
            map.add(layer + "layer_norm1", block + "ln_1");
            map.add(layer + "layer_norm2", block + "ln_2");
            map.add(layer + "mlp.fc1", block + "mlp.c_fc");
            map.add(layer + "mlp.fc2", block + "mlp.c_proj");
            map.add(layer + "self_attn.out_proj", block + "attn.out_proj");
            for (String kind : List.of("weight", "bias")) {
                String stacked = block + "attn.in_proj_" + kind;
                map.add(layer + "self_attn.q_proj." + kind, stacked, Relation.FIRST_THIRD);
                map.add(layer + "self_attn.k_proj." + kind, stacked, Relation.SECOND_THIRD);
                map.add(layer + "self_attn.v_proj." + kind, stacked, Relation.LAST_THIRD);
            }
        }
        return map;
    }

    /**
     * What that module or tensor of the diffusers layout is in the other; null if the network has
     * none of that name.
     */
    public @Nullable Pair toOriginal(String diffusers) {
        for (int end = diffusers.length(); end > 0; end = diffusers.lastIndexOf('.', end - 1)) {
            Pair pair = byDiffusers.get(diffusers.substring(0, end));
            if (pair != null) {
                return pair.below(diffusers.substring(end));
            }
        }
        return sameElsewhere ? new Pair(diffusers, diffusers, Relation.SAME) : null;
    }

    /**
     * What that module or tensor of the single-file layout is in diffusers': one thing, or three
     * where three are stacked; empty if the network has none of that name.
     */
    public List<Pair> toDiffusers(String original) {
        for (int end = original.length(); end > 0; end = original.lastIndexOf('.', end - 1)) {
            List<Pair> pairs = byOriginal.get(original.substring(0, end));
            if (pairs != null) {
                String rest = original.substring(end);
                return pairs.stream().map(pair -> pair.below(rest)).toList();
            }
        }
        return sameElsewhere ? List.of(new Pair(original, original, Relation.SAME)) : List.of();
    }

    private void addUNetResnet(String diffusers, String original) {
        add(diffusers + ".norm1", original + ".in_layers.0");
        add(diffusers + ".conv1", original + ".in_layers.2");
        add(diffusers + ".time_emb_proj", original + ".emb_layers.1");
        add(diffusers + ".norm2", original + ".out_layers.0");
        add(diffusers + ".conv2", original + ".out_layers.3");
        add(diffusers + ".conv_shortcut", original + ".skip_connection");
    }

    private void addVaeResnet(String diffusers, String original) {
        for (String same : List.of(".norm1", ".conv1", ".norm2", ".conv2")) {
            add(diffusers + same, original + same);
        }
        add(diffusers + ".conv_shortcut", original + ".nin_shortcut");
    }

    private void add(String diffusers, String original) {
        add(diffusers, original, Relation.SAME);
    }

    private void add(String diffusers, String original, Relation relation) {
        Pair pair = new Pair(diffusers, original, relation);
        byDiffusers.put(diffusers, pair);
        List<Pair> pairs = byOriginal.computeIfAbsent(original, name -> new ArrayList<>());
        pairs.add(pair);
        pairs.sort(Comparator.comparing(Pair::relation));
    }
}
