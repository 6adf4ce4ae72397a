package atelier.model.job;

/** What long work there is. */
public enum JobKind {
    /** Training an adapter. */
    TRAINING(true, JobState.PAUSED),
    /** Making images. */
    GENERATION(true, JobState.QUEUED),
    /** Making images with different adapters, to compare them. */
    COMPARISON(true, JobState.QUEUED),
    /** Restoring faces and making images larger. */
    RESTORATION(true, JobState.QUEUED),
    /** Telling what is to be seen in pictures of a subject. */
    ANALYSIS(true, JobState.QUEUED),
    /** Looking whether the library is sound. */
    HEALTH_CHECK(false, JobState.QUEUED),
    /** Fetching a model. */
    DOWNLOAD(false, JobState.PAUSED);

    private final boolean onAccelerator;
    private final JobState afterInterruption;

    JobKind(boolean onAccelerator, JobState afterInterruption) {
        this.onAccelerator = onAccelerator;
        this.afterInterruption = afterInterruption;
    }

    /** Whether it needs the accelerator, which does one job at a time; others run beside it. */
    public boolean onAccelerator() {
        return onAccelerator;
    }

    /**
     * What becomes of a job that ran when Atelier ended: work of minutes goes on by itself at the
     * next start; work of hours, and what reaches for the network, waits to be asked for.
     */
    public JobState afterInterruption() {
        return afterInterruption;
    }
}
