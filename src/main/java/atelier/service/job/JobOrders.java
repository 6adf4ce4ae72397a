package atelier.service.job;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * What the jobs of a kind were ordered to do. An order never changes, so each is read once. May be
 * used on any thread.
 *
 * @param <T> the order's type
 */
public final class JobOrders<T> {

    private final JobKind kind;
    private final Class<T> type;
    private final Map<Long, Optional<T>> orders = new ConcurrentHashMap<>();

    /** Of jobs of that kind. */
    public JobOrders(JobKind kind, Class<T> type) {
        this.kind = kind;
        this.type = type;
    }

    /**
     * All jobs of the kind with their orders, in the order of the queue; without those of another
     * version of Atelier, of which the queue says so when their turn comes.
     *
     * @param with puts the two together
     */
    public <R> List<R> of(JobList jobs, BiFunction<JobRecord, T, R> with) {
        List<R> all = new ArrayList<>();
        for (JobRecord job : jobs.jobs()) {
            if (job.kind() == kind) {
                orders.computeIfAbsent(job.id(), _ -> order(job))
                        .ifPresent(order -> all.add(with.apply(job, order)));
            }
        }
        return all;
    }

    private Optional<T> order(JobRecord job) {
        try {
            return Optional.of(JobQueue.order(job, type));
        } catch (AtelierException _) {
            return Optional.empty();
        }
    }
}
