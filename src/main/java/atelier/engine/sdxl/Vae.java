package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.NativeMemory;
import atelier.engine.torch.Torch;
import atelier.engine.weights.VaeConfig;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SDXL's autoencoder: pictures to latents and back. It runs in the element type of its weights,
 * which is never fp16, as its values overflow there.
 *
 * <p>Latents are what the UNet works on: the encoder's output times {@link
 * VaeConfig#scalingFactor}.
 */
public final class Vae implements AutoCloseable {

    /**
     * Numbers in a block's output above which the memory that the block has freed is given back:
     * the next block's pieces are of other sizes and would lie beside the holes. At 1024 × 1024
     * pixels that halves what decoding takes, in the same time.
     */
    private static final long LARGE = 1L << 25;

    private final VaeConfig config;
    private final Blocks blocks;
    private final Blocks.Constant groups;
    private final List<Block> encoder = new ArrayList<>();
    private final List<Block> decoder = new ArrayList<>();

    /**
     * @param weights every array of the network under its diffusers name, all of one element type;
     *     they stay their owner's
     */
    public Vae(Torch torch, VaeConfig config, Map<String, NDArray> weights) {
        this.config = config;
        this.groups = new Blocks.Constant("groups", config.normGroups());
        this.blocks = new Blocks(torch, "sdxl/vae", singleConvolutions(weights));
        encoder();
        decoder();
    }

    /** Gives convolutions that are blocks by themselves the name that the program has for them. */
    private static Map<String, NDArray> singleConvolutions(Map<String, NDArray> weights) {
        Map<String, NDArray> renamed = new LinkedHashMap<>();
        weights.forEach((name, array) ->
                renamed.put(
                        name.replaceFirst(
                                "^((?:encoder\\.|decoder\\.)?(?:conv_in|quant_conv|post_quant_conv))\\.(weight|bias)$",
                                "$1.conv.$2"),
                        array));
        return renamed;
    }

    private void encoder() {
        encoder.add(blocks.whole("conv", "encoder.conv_in"));
        int levels = config.blockOutChannels().size();
        for (int level = 0; level < levels; level++) {
            String path = "encoder.down_blocks." + level;
            resnets(encoder, path, config.layersPerBlock());
            if (level < levels - 1) {
                encoder.add(blocks.whole("downsample", path + ".downsamplers.0"));
            }
        }
        middle(encoder, "encoder");
        encoder.add(out("encoder"));
        encoder.add(blocks.whole("conv", "quant_conv"));
    }

    private void decoder() {
        decoder.add(blocks.whole("conv", "post_quant_conv"));
        decoder.add(blocks.whole("conv", "decoder.conv_in"));
        middle(decoder, "decoder");
        int levels = config.blockOutChannels().size();
        for (int level = 0; level < levels; level++) {
            String path = "decoder.up_blocks." + level;
            resnets(decoder, path, config.layersPerBlock() + 1);
            if (level < levels - 1) {
                decoder.add(blocks.whole("upsample", path + ".upsamplers.0"));
            }
        }
        decoder.add(out("decoder"));
    }

    private void middle(List<Block> chain, String side) {
        chain.add(blocks.whole("resnet", side + ".mid_block.resnets.0", groups));
        chain.add(blocks.whole("attention", side + ".mid_block.attentions.0", groups));
        chain.add(blocks.whole("resnet", side + ".mid_block.resnets.1", groups));
    }

    private Block out(String side) {
        return blocks.of("norm_out", side, List.of("conv_norm_out", "conv_out"), groups);
    }

    private void resnets(List<Block> chain, String path, int count) {
        for (int layer = 0; layer < count; layer++) {
            chain.add(blocks.whole("resnet", path + ".resnets." + layer, groups));
        }
    }

    /** The sizes it was built with. */
    public VaeConfig config() {
        return config;
    }

    /**
     * Encodes pictures.
     *
     * @param owner closes the result
     * @param pictures [batch, 3, height, width] from −1 to 1, in the network's element type, sides
     *     divisible by the reduction
     * @return mean and logarithm of the variance, one after the other on the channel axis, not
     *     scaled [batch, 8, h, w]
     */
    public NDArray encode(NDManager owner, NDArray pictures, CancelToken cancel) {
        return run(encoder, owner, pictures, cancel);
    }

    /**
     * Decodes latents.
     *
     * @param owner closes the result
     * @param latents [batch, 4, h, w], already divided by the scaling factor, in the network's
     *     element type
     * @return pictures [batch, 3, height, width], about −1 to 1, not clamped
     */
    public NDArray decode(NDManager owner, NDArray latents, CancelToken cancel) {
        return run(decoder, owner, latents, cancel);
    }

    private static NDArray run(
            List<Block> chain, NDManager owner, NDArray input, CancelToken cancel) {
        try (NDManager call = owner.newSubManager()) {
            NDArray value = chain.getFirst().call(call, input);
            for (Block block : chain.subList(1, chain.size())) {
                cancel.check();
                NDArray next = block.call(call, value);
                value.close();
                value = next;
                if (value.size() > LARGE) {
                    NativeMemory.trim();
                }
            }
            value.attach(owner);
            return value;
        }
    }

    /** Every block of the encoder, or of the decoder, in the order they run. */
    List<Block> chain(boolean encoding) {
        return List.copyOf(encoding ? encoder : decoder);
    }

    @Override
    public void close() {
        blocks.close();
    }
}
