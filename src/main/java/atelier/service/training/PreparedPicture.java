package atelier.service.training;

import atelier.engine.sdxl.TextStates;
import atelier.engine.weights.FloatTensor;
import atelier.model.dataset.Framing;
import atelier.model.generation.SizeConditioning;

/**
 * A picture as the trainer takes it.
 *
 * @param framing its size in pixels
 * @param latents scaled [channels, h, w]
 * @param text of its caption
 */
record PreparedPicture(Framing framing, FloatTensor latents, TextStates text) {

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
