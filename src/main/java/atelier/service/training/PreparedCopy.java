package atelier.service.training;

import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.weights.FloatTensor;
import atelier.model.dataset.Framing;
import atelier.model.generation.SizeConditioning;
import org.jspecify.annotations.Nullable;

/**
 * A picture at one size, as it is or mirrored.
 *
 * @param framing its size in pixels
 * @param latents scaled [channels, h, w]
 * @param mask how much each place counts [h, w]; null where all count alike
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PreparedCopy(Framing framing, FloatTensor latents, float @Nullable [] mask) {

    /**
     * The picture under those words, with that noise at that timestep.
     *
     * @param weight how much the picture counts
     */
    Example example(Caption caption, float[] noise, int timestep, double weight) {
        return new Example(latents.values(), caption, sizes(), noise, timestep, mask, weight);
    }

    /** The sizes that a generated picture of the same size is made with. */
    private SizeConditioning sizes() {
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
