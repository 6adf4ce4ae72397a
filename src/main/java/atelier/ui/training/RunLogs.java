package atelier.ui.training;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What was read of runs so far; one look at a time, beside the window's thread. */
final class RunLogs {

    private final TrainingWork work;
    private final Map<Path, RunLog> logs = new HashMap<>();

    RunLogs(TrainingWork work) {
        this.work = work;
    }

    /**
     * What a run looks like.
     *
     * @param run its folder
     */
    record Looked(Path run, RunView view) {}

    /** Reads what is new of a run. */
    Looked look(Path run) {
        return new Looked(run, logs.computeIfAbsent(run, _ -> new RunLog()).add(work.look(run)));
    }
}
