package atelier.ui.training;

import atelier.model.job.JobState;
import org.jspecify.annotations.Nullable;

/** How far the shown training is. */
public enum RunStage {
    /** There is none. */
    NONE,
    /** It waits for its turn. */
    WAITING,
    /** It goes. */
    RUNNING,
    /** It was set aside. */
    PAUSED,
    /** It has its adapter. */
    DONE,
    /** It went wrong. */
    FAILED,
    /** It was ended by the user. */
    CANCELLED;

    /** That of a job. */
    public static RunStage of(@Nullable TrainingJob job) {
        if (job == null) {
            return NONE;
        }
        JobState state = job.job().state();
        return switch (state) {
            case QUEUED -> WAITING;
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case DONE -> DONE;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Whether its plan can no longer be changed. */
    public boolean isOpen() {
        return this == WAITING || this == RUNNING || this == PAUSED;
    }

    /** Sets a job of this stage aside, or lets it go on; what is done stays as it is. */
    void pauseOrResume(TrainingWork work, long job) {
        switch (this) {
            case RUNNING, WAITING -> work.pause(job);
            case PAUSED -> work.resume(job);
            case FAILED, CANCELLED -> work.retry(job);
            default -> {
                // There is nothing to go on with.
            }
        }
    }
}
