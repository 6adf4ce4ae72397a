package atelier.model.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a job as it goes.
 *
 * @param state how far it has come
 * @param progress of the stage it is in; null before it begins
 * @param perSecond units of the progress a second; 0 where not known
 * @param secondsLeft until the stage is done; negative where not known
 * @param made how many results it has finished
 * @param happened what came of it, in one sentence; empty before
 * @param kept what is left of a job that did not come to its end, in one sentence; else empty
 * @param started when it last began to run; null before
 * @param ended when it was last over; null before
 */
public record JobStatus(
        JobState state,
        @Nullable Progress progress,
        double perSecond,
        double secondsLeft,
        int made,
        String happened,
        String kept,
        @Nullable Instant started,
        @Nullable Instant ended) {

    /** Of a job that was just ordered. */
    public static final JobStatus ORDERED =
            new JobStatus(JobState.QUEUED, null, 0, -1, 0, "", "", null, null);

    /** Further on. */
    public JobStatus progressed(Progress now, double speed, double left) {
        return new JobStatus(state, now, speed, left, made, happened, kept, started, ended);
    }

    /** With so many results. */
    public JobStatus withMade(int results) {
        return new JobStatus(
                state, progress, perSecond, secondsLeft, results, happened, kept, started, ended);
    }

    /** As it begins to run, or to run again. */
    public JobStatus begun(Instant now) {
        return new JobStatus(JobState.RUNNING, progress, 0, -1, made, "", "", now, null);
    }

    /** As it waits for its turn again. */
    public JobStatus queued() {
        return new JobStatus(JobState.QUEUED, progress, 0, -1, made, "", "", started, null);
    }

    /** As it is set aside. */
    public JobStatus paused(String what) {
        return new JobStatus(JobState.PAUSED, progress, 0, -1, made, what, "", started, null);
    }

    /**
     * As it is over.
     *
     * @param end done, failed or cancelled
     */
    public JobStatus over(JobState end, String what, String left, Instant now) {
        return new JobStatus(end, progress, 0, -1, made, what, left, started, now);
    }
}
