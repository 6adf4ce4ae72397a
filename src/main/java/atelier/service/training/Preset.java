package atelier.service.training;

import atelier.model.training.MaskUse;
import atelier.model.training.TrainingTargets;
import java.util.ArrayList;
import java.util.List;

/**
 * Defaults of settings that depend on what is trained and for how long.
 *
 * @param passes from which the steps follow
 * @param resolution side of a square picture in pixels
 * @param resolutionText how it follows from the model's
 * @param multiResolution whether pictures are shown at smaller sizes, too
 * @param subjectCrop whether pictures are cut around what their masks show
 * @param flip whether half of the showings are mirrored
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
        boolean multiResolution,
        boolean subjectCrop,
        boolean flip,
        TrainingTargets targets,
        int rank,
        double learningRate,
        String schedule,
        MaskUse maskedLoss,
        double minSnrGamma,
        double noiseOffset) {

    /** The optimizer that the learning rate is meant for. */
    static final String OPTIMIZER = "adamw";

    /** Buckets, and with them resolutions, are multiples of this many pixels. */
    private static final int GRID = 64;

    /** Beside the whole, as ai-toolkit's 1024, 768 and 512. */
    private static final List<Double> SMALLER = List.of(0.75, 0.5);

    /** The resolutions beside that one, the largest first and itself. */
    List<Integer> resolutions(int largest) {
        List<Integer> sides = new ArrayList<>(List.of(largest));
        if (multiResolution) {
            for (double share : SMALLER) {
                int side = part(largest, share);
                if (side < sides.getLast()) {
                    sides.add(side);
                }
            }
        }
        return sides;
    }

    /** A share of a resolution that buckets can have. */
    static int part(int resolution, double share) {
        return Math.max(GRID, (int) Math.round(resolution * share / GRID) * GRID);
    }

    /** How several resolutions follow from one. */
    String resolutionsText() {
        return multiResolution
                ? "the resolution, three quarters and half of it"
                : "the resolution alone";
    }
}
