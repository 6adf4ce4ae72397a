package atelier.service.job;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every job stands: in memory, in the database, and as last told to the listeners. All three
 * change together, one change at a time.
 */
final class JobBoard {

    private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);

    private final JobStore store;
    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, JobRecord> jobs = new LinkedHashMap<>();

    /** Jobs that stand in the database as they were, for want of room on the disk. */
    private final Set<Long> unsaved = new HashSet<>();

    private volatile JobList list;

    /** Takes over what the database holds. */
    JobBoard(JobStore store) {
        this.store = store;
        store.all().forEach(job -> jobs.put(job.id(), job));
        list = new JobList(List.copyOf(jobs.values()));
    }

    JobList list() {
        return list;
    }

    void listen(JobListener listener) {
        locked(() -> {
            listeners.add(listener);
            listener.changed(list);
            return null;
        });
    }

    void unlisten(JobListener listener) {
        listeners.remove(listener);
    }

    /** Tells the listeners something of a job, while nothing else changes. */
    void tell(long id, BiConsumer<JobListener, JobRecord> what) {
        locked(() -> {
            JobRecord job = jobs.get(id);
            if (job != null) {
                listeners.forEach(listener -> what.accept(listener, job));
            }
            return null;
        });
    }

    /** Adds a job at the end. */
    JobRecord add(JobKind kind, String title, String order, Instant created) {
        return locked(() -> {
            JobRecord job = store.add(kind, title, order, created, last() + 1);
            jobs.put(job.id(), job);
            tell();
            return job;
        });
    }

    /** The place behind all others. */
    private long last() {
        return jobs.values().stream().mapToLong(JobRecord::place).max().orElse(0);
    }

    /**
     * Changes jobs as their owner asks.
     *
     * @param change gives them anew; none where nothing changes
     * @throws AtelierException if it cannot be written down; then nothing has changed
     */
    void change(Supplier<? extends Collection<JobRecord>> change) {
        locked(() -> {
            Collection<JobRecord> changes = change.get();
            if (!changes.isEmpty()) {
                store.save(changes);
                changes.forEach(job -> jobs.put(job.id(), job));
                tell();
            }
            return null;
        });
    }

    /** The same of one job in a state that allows it. */
    void change(long id, Set<JobState> from, UnaryOperator<JobRecord> change) {
        change(() -> {
            JobRecord job = jobs.get(id);
            return job == null || !from.contains(job.state())
                    ? List.of()
                    : List.of(change.apply(job));
        });
    }

    /** The same job behind all others; only inside a change. */
    JobRecord toEnd(JobRecord job) {
        return job.at(last() + 1);
    }

    /** Forgets jobs that are over. */
    void removeOver() {
        locked(() -> {
            List<Long> over = list.over().stream().map(JobRecord::id).toList();
            store.remove(over);
            over.forEach(jobs::remove);
            unsaved.removeAll(over);
            tell();
            return null;
        });
    }

    /**
     * Notes what has become of a job that runs. Where that cannot be written down it holds all the
     * same, and is written down with the next that can.
     *
     * @param save whether the database is to know at once
     */
    void note(long id, boolean save, UnaryOperator<JobStatus> change) {
        locked(() -> {
            JobRecord job = jobs.get(id);
            if (job != null) {
                note(job.with(change.apply(job.status())), save);
            }
            return null;
        });
    }

    private void note(JobRecord job, boolean save) {
        jobs.put(job.id(), job);
        if (save) {
            unsaved.add(job.id());
            try {
                store.save(unsaved.stream().map(jobs::get).toList());
                unsaved.clear();
            } catch (AtelierException e) {
                LOG.warn("Where job {} stands was not written down", job.id(), e);
                listeners.forEach(listener -> listener.noticed(job, message(e)));
            }
        }
        tell();
    }

    private static String message(AtelierException e) {
        return String.valueOf(e.getMessage());
    }

    /**
     * Waits for the first queued job of a lane and marks it as running.
     *
     * @param closed whether to give up
     * @param begin called before anything else can change
     * @return what was begun; null where it was given up
     */
    <T> @Nullable T awaitNext(
            boolean onAccelerator,
            BooleanSupplier closed,
            Supplier<Instant> now,
            Function<JobRecord, T> begin)
            throws InterruptedException {
        lock.lock();
        try {
            while (!closed.getAsBoolean()) {
                JobRecord next = next(onAccelerator);
                if (next != null) {
                    JobRecord begun = next.with(next.status().begun(now.get()));
                    T result = begin.apply(begun);
                    note(begun, true);
                    return result;
                }
                changed.await();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable JobRecord next(boolean onAccelerator) {
        return list.in(JobState.QUEUED).stream()
                .filter(job -> job.kind().onAccelerator() == onAccelerator)
                .findFirst()
                .orElse(null);
    }

    /** Lets those who wait for a job look again. */
    void wake() {
        locked(() -> {
            changed.signalAll();
            return null;
        });
    }

    private void tell() {
        list = new JobList(new ArrayList<>(jobs.values()));
        listeners.forEach(listener -> listener.changed(list));
        changed.signalAll();
    }

    /** Does something while nothing else changes. */
    <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
