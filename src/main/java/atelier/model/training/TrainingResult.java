package atelier.model.training;

import atelier.model.dataset.LeftOut;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a run.
 *
 * @param adapter the trained file
 * @param plan what it was trained by
 * @param steps that were done: those of the plan, unless the run was asked to end before
 * @param pictures how many it was trained on
 * @param firstLoss mean loss of the first tenth of the steps
 * @param lastLoss mean loss of the last tenth of the steps
 * @param leftOut files of the folder that were not trained on
 */
public record TrainingResult(
        Path adapter,
        TrainingPlan plan,
        long steps,
        int pictures,
        double firstLoss,
        double lastLoss,
        List<LeftOut> leftOut) {

    /** Copies the list. */
    public TrainingResult {
        leftOut = List.copyOf(leftOut);
    }
}
