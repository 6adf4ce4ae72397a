package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Torch;
import atelier.engine.weights.UNetConfig;
import atelier.model.job.CancelToken;
import java.util.Map;

/**
 * SDXL's UNet (Podell et al. 2023): predicts the noise, or the velocity, in noisy latents.
 *
 * <p>It runs in the element type of its weights and computes block by block, so that it can stop
 * between any two.
 */
public final class UNet implements AdaptableNetwork, AutoCloseable {

    private final Torch torch;
    private final UNetConfig config;
    private final Blocks blocks;
    private final Tape tape;

    /**
     * @param weights every array of the network under its diffusers name, all of one element type;
     *     they stay their owner's
     */
    public UNet(Torch torch, UNetConfig config, Map<String, NDArray> weights) {
        this.torch = torch;
        this.config = config;
        this.blocks = new Blocks(torch, "sdxl/unet", weights);
        this.tape = UNetTape.of(config, blocks);
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
        return predict(owner, latents, timesteps, condition, cancel, Tape.Evaluation.PLAIN);
    }

    /** The same for a condition that comes with many calls, as those of one image do. */
    public NDArray predict(
            NDManager owner,
            NDArray latents,
            NDArray timesteps,
            LastingCondition condition,
            CancelToken cancel) {
        return predict(
                owner, latents, timesteps, condition.condition(), cancel, condition::evaluate);
    }

    /** The same, computing the blocks in a way of its own. */
    NDArray predict(
            NDManager owner,
            NDArray latents,
            NDArray timesteps,
            Condition condition,
            CancelToken cancel,
            Tape.Evaluation evaluation) {
        try (NDManager call = owner.newSubManager()) {
            NDArray[] values = tape.values(given(latents, timesteps, condition));
            tape.run(call, values, value -> false, cancel, evaluation);
            NDArray result = values[values.length - 1];
            result.attach(owner);
            return result;
        }
    }

    private static NDArray[] given(NDArray latents, NDArray timesteps, Condition condition) {
        NDArray[] given = new NDArray[UNetTape.GIVEN];
        given[UNetTape.LATENTS] = latents;
        given[UNetTape.TIMESTEPS] = timesteps;
        given[UNetTape.SIZES] = condition.sizes();
        given[UNetTape.CONTEXT] = condition.context();
        given[UNetTape.POOLED] = condition.pooled();
        return given;
    }

    /** The steps from what is given to the prediction. */
    Tape tape() {
        return tape;
    }

    /**
     * One prediction whose gradients are wanted, with respect to what {@link LayerChange.Trained}
     * changes hold; nothing else gets any.
     *
     * @param checkpointed whether to keep less and compute parts again; the gradients are the same
     */
    public TrainingPass pass(
            Autograd autograd,
            NDArray latents,
            NDArray timesteps,
            Condition condition,
            boolean checkpointed,
            CancelToken cancel) {
        return TrainingPass.of(
                torch, autograd, tape, given(latents, timesteps, condition), checkpointed, cancel);
    }

    @Override
    public void close() {
        blocks.close();
    }
}
