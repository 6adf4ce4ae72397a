package atelier.engine.training.losses;

import atelier.model.generation.SizeConditioning;
import org.jspecify.annotations.Nullable;

/**
 * One picture of a training step. Plain numbers, not to be changed.
 *
 * @param latents of the picture, scaled [channels, h, w]
 * @param caption of the same kind and length as those of the pictures it goes in with
 * @param sizes what the UNet is told of its sizes and crop
 * @param noise that is put on it, of the latents' shape
 * @param timestep how much of it, 0 to 999
 * @param mask how much each place counts, from 0, [h, w]; null where all count alike
 * @param weight how much the picture counts, at least 0; 1 usually
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Example(
        float[] latents,
        Caption caption,
        SizeConditioning sizes,
        float[] noise,
        int timestep,
        float @Nullable [] mask,
        double weight) {

    /** A picture that counts alike everywhere. */
    public Example(
            float[] latents, Caption caption, SizeConditioning sizes, float[] noise, int timestep) {
        this(latents, caption, sizes, noise, timestep, null, 1);
    }
}
