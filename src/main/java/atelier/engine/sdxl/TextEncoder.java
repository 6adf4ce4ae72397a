package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Torch;
import atelier.engine.weights.TextEncoderConfig;
import atelier.engine.weights.TextEncoderConfig.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of SDXL's two CLIP text encoders. It runs in the element type of its weights. */
public final class TextEncoder implements AdaptableNetwork, AutoCloseable {

    private final TextEncoderConfig config;
    private final Blocks blocks;
    private final Block embed;
    private final List<Block> layers = new ArrayList<>();
    private final Block finalNorm;
    private final @Nullable Block pool;

    /**
     * @param weights every array of the network under its transformers name, all of one element
     *     type; they stay their owner's
     */
    public TextEncoder(Torch torch, TextEncoderConfig config, Map<String, NDArray> weights) {
        this.config = config;
        this.blocks = new Blocks(torch, "sdxl/text_encoder", weights);
        this.embed = blocks.whole("embed", "text_model.embeddings");
        for (int i = 0; i < config.layers(); i++) {
            layers.add(
                    blocks.whole(
                            "layer",
                            "text_model.encoder.layers." + i,
                            new Blocks.Constant("heads", config.heads()),
                            new Blocks.Constant(
                                    "quick_gelu",
                                    config.activation() == Activation.QUICK_GELU ? 1 : 0)));
        }
        this.finalNorm = blocks.of("final_layer_norm", "text_model", List.of("final_layer_norm"));
        this.pool =
                config.projectionSize() == 0
                        ? null
                        : blocks.of("pool", "", List.of("text_projection"));
    }

    /** The sizes it was built with. */
    public TextEncoderConfig config() {
        return config;
    }

    @Override
    public void change(Map<String, LayerChange> changes) {
        blocks.change(changes);
    }

    @Override
    public Map<String, NDArray> layers() {
        return blocks.layers();
    }

    @Override
    public Map<String, NDArray> biases() {
        return blocks.biases();
    }

    /**
     * What the encoder makes of a batch of chunks.
     *
     * @param states hidden states before the layers that were skipped, without the final layer norm
     *     [batch, tokens, width]
     * @param pooled projected state of the end token [batch, projection]; null for an encoder
     *     without projection
     */
    public record Output(NDArray states, @Nullable NDArray pooled) {}

    /**
     * Encodes chunks of token ids.
     *
     * @param owner closes the results
     * @param ids [batch, tokens], whole numbers
     * @param clipSkip layers skipped beyond the last one, which SDXL always skips: 0 to layers − 1
     */
    public Output encode(NDManager owner, NDArray ids, int clipSkip) {
        try (NDManager call = owner.newSubManager()) {
            int wanted = config.layers() - 1 - clipSkip;
            NDArray state = embed.call(call, ids);
            NDArray kept = state;
            for (int i = 0; i < layers.size() && (i < wanted || pool != null); i++) {
                state = layers.get(i).call(call, state);
                if (i + 1 == wanted) {
                    kept = state;
                }
            }
            NDArray pooled =
                    pool == null ? null : pool.call(owner, finalNorm.call(call, state), ids);
            kept.attach(owner);
            return new Output(kept, pooled);
        }
    }

    /**
     * Where a tape has what the encoder makes.
     *
     * @param states number of the hidden states before the last layer
     * @param pooled number of the projected state of the end token; null for an encoder without
     *     projection
     */
    record Ends(int states, @Nullable Integer pooled) {}

    /**
     * Adds what {@link #encode} computes, without skipped layers, to a tape.
     *
     * @param ids number of the token ids
     */
    Ends appendTo(TapeBuilder tape, int ids) {
        int state = tape.add(embed, 0, ids);
        for (Block layer : layers.subList(0, layers.size() - 1)) {
            state = tape.add(layer, 1, state);
        }
        if (pool == null) {
            return new Ends(state, null);
        }
        int last = tape.add(finalNorm, 1, tape.add(layers.getLast(), 1, state));
        return new Ends(state, tape.add(pool, 1, last, ids));
    }

    /** Every hidden state of a batch, that of the embeddings first, as transformers lists them. */
    List<NDArray> states(NDManager owner, NDArray ids) {
        List<NDArray> states = new ArrayList<>(List.of(embed.call(owner, ids)));
        for (Block layer : layers) {
            states.add(layer.call(owner, states.getLast()));
        }
        return states;
    }

    /** The last hidden state after the final layer norm. */
    NDArray normed(NDManager owner, NDArray state) {
        return finalNorm.call(owner, state);
    }

    @Override
    public void close() {
        blocks.close();
    }
}
