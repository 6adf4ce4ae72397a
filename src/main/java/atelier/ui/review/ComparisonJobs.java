package atelier.ui.review;

import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the jobs of comparisons by where these lie. */
final class ComparisonJobs {

    private final Map<Long, Optional<Path>> folders = new HashMap<>();
    private JobList jobs = new JobList(List.of());

    /** Takes what the queue tells. */
    void take(JobList now) {
        jobs = now;
    }

    /** What the queue told last. */
    JobList all() {
        return jobs;
    }

    /** The newest job of a comparison; null where the queue knows none. */
    @Nullable JobRecord of(Path folder) {
        return jobs.jobs().stream()
                .filter(job -> job.kind() == JobKind.COMPARISON)
                .filter(job -> folder(job).filter(folder::equals).isPresent())
                .max(Comparator.comparingLong(JobRecord::id))
                .orElse(null);
    }

    /** An order never changes, so that it is read once. */
    private Optional<Path> folder(JobRecord job) {
        return folders.computeIfAbsent(
                job.id(), _ -> Ordering.read(job).map(order -> order.folder()));
    }

    /** Whether a job has made more than it had, or its state is another. */
    static boolean isFurther(@Nullable JobRecord before, @Nullable JobRecord now) {
        return now != null
                && (before == null
                        || before.id() != now.id()
                        || before.status().made() != now.status().made()
                        || before.state() != now.state());
    }
}
