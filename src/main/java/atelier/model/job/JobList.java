package atelier.model.job;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every job there is, at one moment.
 *
 * @param jobs in the order of the queue
 */
public record JobList(List<JobRecord> jobs) {

    /** Sorts them by their places. */
    public JobList {
        jobs = jobs.stream().sorted(Comparator.comparingLong(JobRecord::place)).toList();
    }

    /** Those in that state, in the order of the queue. */
    public List<JobRecord> in(JobState state) {
        return jobs.stream().filter(job -> job.state() == state).toList();
    }

    /** What runs on the accelerator now. */
    public Optional<JobRecord> onAccelerator() {
        return in(JobState.RUNNING).stream().filter(job -> job.kind().onAccelerator()).findFirst();
    }

    /** Those that are over, the newest first. */
    public List<JobRecord> over() {
        return jobs.stream()
                .filter(job -> job.state().isOver())
                .sorted(Comparator.comparing(JobList::end).reversed())
                .toList();
    }

    /** The job of that number. */
    public Optional<JobRecord> job(long id) {
        return jobs.stream().filter(job -> job.id() == id).findFirst();
    }

    private static Instant end(JobRecord job) {
        Instant ended = job.status().ended();
        return ended == null ? job.created() : ended;
    }
}
