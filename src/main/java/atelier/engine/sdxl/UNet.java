package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Torch;
import atelier.engine.weights.UNetConfig;
import atelier.model.job.CancelToken;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * SDXL's UNet (Podell et al. 2023): predicts the noise, or the velocity, in noisy latents.
 *
 * <p>It runs in the element type of its weights and computes block by block, so that it can stop
 * between any two.
 */
public final class UNet implements AdaptableNetwork, AutoCloseable {

    private final UNetConfig config;
    private final Blocks blocks;
    private final Block embed;
    private final List<Step> steps;
    private final int[] lastUse;

    /**
     * @param weights every array of the network under its diffusers name, all of one element type;
     *     they stay their owner's
     */
    public UNet(Torch torch, UNetConfig config, Map<String, NDArray> weights) {
        this.config = config;
        this.blocks = new Blocks(torch, "sdxl/unet", weights);
        this.embed =
                blocks.of(
                        "embed",
                        "",
                        List.of("time_embedding", "add_embedding"),
                        new Blocks.Constant("time_width", config.blockOutChannels().getFirst()),
                        new Blocks.Constant("size_width", config.additionTimeEmbedDim()));
        this.steps = UNetTape.of(config, blocks);
        this.lastUse = lastUse(steps);
    }

    /** The sizes it was built with. */
    public UNetConfig config() {
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
     * One prediction.
     *
     * @param owner closes the result
     * @param latents [batch, channels, h, w], scaled as the sampler wants them
     * @param timesteps [batch], fp32, 0 to 999, fractions allowed
     * @param condition text and sizes of the batch
     * @param cancel asked between blocks
     * @return [batch, channels, h, w], fp32
     */
    public NDArray predict(
            NDManager owner,
            NDArray latents,
            NDArray timesteps,
            Condition condition,
            CancelToken cancel) {
        return predict(owner, latents, timesteps, condition, cancel, (block, output) -> {});
    }

    /** The same, showing each block's output while it lives. */
    NDArray predict(
            NDManager owner,
            NDArray latents,
            NDArray timesteps,
            Condition condition,
            CancelToken cancel,
            BiConsumer<Block, NDArray> watcher) {
        try (NDManager call = owner.newSubManager()) {
            NDArray[] values = new NDArray[UNetTape.CONTEXT + 1 + steps.size()];
            values[UNetTape.LATENTS] = latents;
            values[UNetTape.EMBEDDING] =
                    embed.call(call, timesteps, condition.pooled(), condition.sizes());
            values[UNetTape.CONTEXT] = condition.context();
            for (Step step : steps) {
                cancel.check();
                NDArray[] inputs =
                        step.inputs().stream().map(i -> values[i]).toArray(NDArray[]::new);
                values[step.output()] = step.block().call(call, inputs);
                watcher.accept(step.block(), values[step.output()]);
                for (int input : step.inputs()) {
                    if (input > UNetTape.CONTEXT && lastUse[input] == step.output()) {
                        values[input].close();
                    }
                }
            }
            NDArray result = values[values.length - 1];
            result.attach(owner);
            return result;
        }
    }

    private static int[] lastUse(List<Step> steps) {
        int[] lastUse = new int[UNetTape.CONTEXT + 1 + steps.size()];
        for (Step step : steps) {
            step.inputs().forEach(input -> lastUse[input] = step.output());
        }
        return lastUse;
    }

    @Override
    public void close() {
        blocks.close();
    }
}
