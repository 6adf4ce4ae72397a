package atelier.service.training;

import atelier.model.library.RunRecord;
import atelier.service.storage.FormatJson;
import atelier.service.training.state.StepFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Tells of runs by their folders alone. */
public final class RunIndex {

    private RunIndex() {}

    /**
     * The run in a folder; empty where none was begun in it.
     *
     * @throws atelier.model.AtelierException if it is damaged, or of a newer version
     */
    public static Optional<RunRecord> read(Path folder) {
        RunFolder run = new RunFolder(folder);
        if (!Files.exists(run.plan())) {
            return Optional.empty();
        }
        PlanFile plan = PlanFile.read(run.plan());
        RunFile file = FormatJson.read(run.run(), RunFile.class, RunFile.FORMAT);
        StepFiles states = run.states();
        return Optional.of(
                new RunRecord(
                        Objects.requireNonNull(folder.getFileName()).toString(),
                        plan.trigger(),
                        file.created(),
                        states.found().isEmpty() ? 0 : states.found().lastKey(),
                        Files.exists(run.adapter(plan.trigger()))
                                || Files.exists(run.model(plan.trigger()))));
    }

    /** Whether a training is in a folder, or was until its process was killed. */
    public static boolean isHeld(Path folder) {
        return Files.exists(folder.resolve(RunLocks.NAME));
    }
}
