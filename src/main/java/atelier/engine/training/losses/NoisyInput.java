package atelier.engine.training.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;

/**
 * What a UNet is given of the pictures of a batch.
 *
 * @param latents with their noise [batch, channels, h, w]
 * @param timesteps [batch, 1], fp32
 */
public record NoisyInput(NDArray latents, NDArray timesteps) {

    /**
     * Copies it to the device.
     *
     * @param owner closes the arrays
     * @param type of the latents
     */
    public static NoisyInput of(
            Torch torch, NDManager owner, ComputeType type, Objective objective, Batch batch) {
        NDArray latents =
                torch.rows(
                        owner,
                        batch.each(objective::input),
                        batch.channels(),
                        batch.height(),
                        batch.width());
        return new NoisyInput(
                torch.cast(owner, latents, type),
                torch.rows(owner, batch.each(example -> new float[] {example.timestep()})));
    }
}
