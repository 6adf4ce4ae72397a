package atelier.service.training;

import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.weights.FloatTensor;
import atelier.model.dataset.Framing;
import atelier.model.generation.SizeConditioning;
import org.jspecify.annotations.Nullable;

/**
 * A picture as the trainer takes it.
 *
 * @param framing its size in pixels
 * @param latents scaled [channels, h, w]
 * @param caption as steps take it
 * @param mask how much each place counts [h, w]; null where all count alike
 * @param weight how much the picture counts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PreparedPicture(
        Framing framing,
        FloatTensor latents,
        Caption caption,
        float @Nullable [] mask,
        double weight) {

    /** The picture with that noise at that timestep. */
    Example example(float[] noise, int timestep) {
        return new Example(latents.values(), caption, sizes(), noise, timestep, mask, weight);
    }

    /** The sizes that a generated picture of the same size is made with. */
    SizeConditioning sizes() {
        return SizeConditioning.of(framing.height(), framing.width());
    }

    int channels() {
        return Math.toIntExact(latents.shape().get(0));
    }

    /** Of the latents. */
    int height() {
        return Math.toIntExact(latents.shape().get(1));
    }

    /** Of the latents. */
    int width() {
        return Math.toIntExact(latents.shape().get(2));
    }
}
