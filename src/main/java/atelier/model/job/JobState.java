package atelier.model.job;

/** How far a job has come. */
public enum JobState {
    /** Waits for its turn. */
    QUEUED,
    /** Is being worked on. */
    RUNNING,
    /** Was set aside, and goes on when asked to. */
    PAUSED,
    /** Ended as it should. */
    DONE,
    /** Ended by something that went wrong; can be tried again. */
    FAILED,
    /** Was ended by its owner; can be tried again. */
    CANCELLED;

    /** Whether nothing more happens to it unless it is tried again. */
    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
