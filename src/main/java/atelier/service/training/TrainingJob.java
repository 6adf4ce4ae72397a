package atelier.service.training;

import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.CheckpointLayout;
import atelier.model.dataset.Framing;
import atelier.model.dataset.LeftOut;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.EpochRepeats;
import atelier.service.dataset.FramedPicture;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked order: everything that a run needs to begin, or to go on.
 *
 * @param order what was asked for
 * @param plan every setting
 * @param folder of the run
 * @param checkpoint the model
 * @param model the files of the model
 * @param prompts makes the model's tokens of captions
 * @param pictures to train on
 * @param heldBack pictures that the loss is measured on alone
 * @param leftOut files of the folder that are not trained on
 * @param earlier what {@code run.json} told of a run that is gone on with; null for a new one
 */
record TrainingJob(
        TrainingOrder order,
        TrainingPlan plan,
        RunFolder folder,
        Checkpoint checkpoint,
        List<ModelFile> model,
        SdxlPrompt prompts,
        List<FramedPicture> pictures,
        List<FramedPicture> heldBack,
        List<LeftOut> leftOut,
        @Nullable RunFile earlier) {

    /** Copies the lists. */
    TrainingJob {
        model = List.copyOf(model);
        pictures = List.copyOf(pictures);
        heldBack = List.copyOf(heldBack);
        leftOut = List.copyOf(leftOut);
    }

    /** The same with the files of its model. */
    TrainingJob of(List<ModelFile> files) {
        return new TrainingJob(
                order,
                plan,
                folder,
                checkpoint,
                files,
                prompts,
                pictures,
                heldBack,
                leftOut,
                earlier);
    }

    /** Where the finished adapter goes, or the model, which lies as the one that it was made of. */
    Path result() {
        return plan.adapter().isFull() && checkpoint.layout() == CheckpointLayout.DIFFUSERS_FOLDER
                ? folder.model(order.trigger())
                : folder.adapter(order.trigger());
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
