package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.training.RunPausedException;
import atelier.model.training.TrainingResult;

/** Tells what came of a training run. */
final class TrainedText {

    private TrainedText() {}

    /** For programs; people read the sentence that the command ends with. */
    static void paused(JobOutput output, RunPausedException pause) {
        if (output.isJson()) {
            output.result("paused", Facts.of("run", pause.run()).and("step", pause.step()), "");
        }
    }

    static void show(JobOutput output, TrainingResult result) {
        output.result(
                "trained",
                Facts.of("adapter", result.adapter())
                        .and("pictures", result.pictures())
                        .and("firstLoss", result.firstLoss())
                        .and("lastLoss", result.lastLoss()),
                "%s%ntrained on %s, loss %.4f at the start and %.4f at the end%s"
                        .formatted(
                                result.adapter(),
                                Amounts.of(result.pictures(), "picture"),
                                result.firstLoss(),
                                result.lastLoss(),
                                result.leftOut().isEmpty()
                                        ? ""
                                        : "; "
                                                + result.leftOut().size()
                                                + " files of the folder were left out"));
    }
}
