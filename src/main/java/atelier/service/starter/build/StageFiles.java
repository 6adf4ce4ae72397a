package atelier.service.starter.build;

import atelier.service.training.state.RunStates;
import atelier.service.training.state.StepFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a stage's files lie: its log and summary in the model's folder, its states beside.
 *
 * @param out the model's folder
 * @param stage the stage's name
 */
record StageFiles(Path out, String stage) {

    /** The numbers of its steps. */
    Path log() {
        return out.resolve("log-%s.jsonl".formatted(stage));
    }

    /** What it came to; it is there when the stage is done. */
    Path summary() {
        return out.resolve("summary-%s.json".formatted(stage));
    }

    /** Its saved states. */
    StepFiles states() {
        return new StepFiles(out.resolve("state-" + stage));
    }

    /**
     * Its saved states, of which those that another recipe led to are refused.
     *
     * @param recipe the recipe's file
     * @param hash of all that the stage follows from
     */
    RunStates states(Path recipe, String hash) {
        return new RunStates(states(), recipe, hash);
    }

    boolean isDone() {
        return Files.exists(summary());
    }

    /** Whether anything of the stage is there. */
    boolean isBegun() {
        return isDone() || log().toFile().length() > 0 || !states().found().isEmpty();
    }

    /** Removes the states of a stage that is done. */
    void removeStates() {
        states().found().values().forEach(StepFiles::delete);
        StepFiles.delete(states().folder());
    }
}
