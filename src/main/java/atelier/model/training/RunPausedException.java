package atelier.model.training;

import atelier.model.job.CancelledException;
import java.nio.file.Path;

/**
 * Ends a run that was asked to stop after what it trained was saved, so that it can go on later.
 */
public final class RunPausedException extends CancelledException {

    private static final long serialVersionUID = 1L;

    private final transient Path run;
    private final long step;

    /**
     * @param message one sentence that says how to go on
     * @param run the run's folder
     * @param step the last one that was done
     */
    public RunPausedException(String message, Path run, long step, CancelledException cause) {
        super(message, cause);
        this.run = run;
        this.step = step;
    }

    /** The run's folder. */
    public Path run() {
        return run;
    }

    /** The last step that was done. */
    public long step() {
        return step;
    }
}
