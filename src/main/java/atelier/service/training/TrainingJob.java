package atelier.service.training;

import atelier.engine.weights.Checkpoint;
import atelier.model.dataset.Framing;
import atelier.model.dataset.LeftOut;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.EpochRepeats;
import atelier.service.dataset.FramedPicture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A checked order: everything that a run needs to begin.
 *
 * @param order what was asked for
 * @param plan every setting
 * @param created when the plan was made
 * @param folder of the run
 * @param checkpoint the model
 * @param pictures to train on
 * @param heldBack pictures that the loss is measured on alone
 * @param leftOut files of the folder that are not trained on
 */
record TrainingJob(
        TrainingOrder order,
        TrainingPlan plan,
        Instant created,
        RunFolder folder,
        Checkpoint checkpoint,
        List<FramedPicture> pictures,
        List<FramedPicture> heldBack,
        List<LeftOut> leftOut) {

    /** Copies the lists. */
    TrainingJob {
        pictures = List.copyOf(pictures);
        heldBack = List.copyOf(heldBack);
        leftOut = List.copyOf(leftOut);
    }

    /** How often an epoch shows each picture. */
    List<Integer> repeats() {
        return EpochRepeats.of(pictures.stream().map(FramedPicture::picture).toList());
    }

    /** The largest size that is trained at. */
    Framing largest() {
        return pictures.stream()
                .flatMap(framed -> framed.framings().stream())
                .max(Comparator.comparingLong(framing -> (long) framing.width() * framing.height()))
                .orElseThrow();
    }
}
