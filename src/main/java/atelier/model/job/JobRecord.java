package atelier.model.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands at one moment.
 *
 * @param id its number, never used again
 * @param kind what work it is
 * @param title what the user knows it by, in a few words
 * @param order what is to be done, as JSON
 * @param created when it was ordered
 * @param place where it stands among the others, counted up; the first of the queued runs next
 * @param status what changes as it goes
 */
public record JobRecord(
        long id,
        JobKind kind,
        String title,
        String order,
        Instant created,
        long place,
        JobStatus status) {

    /** How far it has come. */
    public JobState state() {
        return status.state();
    }

    /** Of the stage it is in; null before it begins. */
    public @Nullable Progress progress() {
        return status.progress();
    }

    /** How much of the stage is done, 0 to 1; negative where not known. */
    public double fraction() {
        Progress progress = status.progress();
        return progress == null || progress.total() <= 0
                ? -1
                : (double) progress.done() / progress.total();
    }

    /** The same job elsewhere in the queue. */
    public JobRecord at(long newPlace) {
        return new JobRecord(id, kind, title, order, created, newPlace, status);
    }

    /** The same job, further on. */
    public JobRecord with(JobStatus newStatus) {
        return new JobRecord(id, kind, title, order, created, place, newStatus);
    }
}
