package atelier.service.training;

import atelier.model.training.MaskUse;
import atelier.model.training.TrainingTargets;

/**
 * Defaults of settings that depend on what is trained and for how long.
 *
 * @param passes from which the steps follow
 * @param resolution side of a square picture in pixels
 * @param resolutionText how it follows from the model's
 * @param targets which layers are trained
 * @param rank width of each layer's branch; alpha follows it
 * @param learningRate of AdamW; other optimizers have their own
 * @param schedule how the learning rate goes over the run
 * @param maskedLoss what pictures' masks are used for
 * @param minSnrGamma γ of min-SNR weighting
 * @param noiseOffset shift of whole channels of the noise
 */
record Preset(
        Passes passes,
        int resolution,
        String resolutionText,
        TrainingTargets targets,
        int rank,
        double learningRate,
        String schedule,
        MaskUse maskedLoss,
        double minSnrGamma,
        double noiseOffset) {

    /** The optimizer that the learning rate is meant for. */
    static final String OPTIMIZER = "adamw";
}
