package atelier.service.job;

import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.service.storage.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The queue of long work. One job at a time runs on the accelerator, and one at a time beside it;
 * what waits, runs and is over is kept in the database, so that a restart or a crash loses nothing.
 *
 * <p>Its methods wait for the disk and may be called from any thread but the window's. Asking for
 * what a job's state does not allow, as it may have changed meanwhile, changes nothing. Where a
 * change cannot be written down they throw {@link atelier.model.AtelierException} and nothing has
 * changed, either.
 */
public final class JobQueue implements AutoCloseable {

    private static final Set<JobState> OPEN = Set.of(JobState.QUEUED, JobState.PAUSED);
    private static final Set<JobState> UNFINISHED = Set.of(JobState.FAILED, JobState.CANCELLED);

    private final JobStore store;
    private final JobBoard board;
    private final JobRunners runners;
    private final Clock clock;
    private final List<JobLane> lanes;

    /**
     * Takes over the jobs of a workspace. Those that ran when Atelier ended last wait again, or are
     * paused, as their kind has it. Nothing runs before {@link #start}.
     *
     * @param runners one of each kind that can be done
     * @param nanos a clock of nanoseconds from any start, for speeds
     * @throws atelier.model.AtelierException if the database cannot be read or written
     */
    public JobQueue(
            Database database, List<JobRunner<?>> runners, Clock clock, LongSupplier nanos) {
        this.store = new JobStore(database);
        this.board = new JobBoard(store);
        this.runners = new JobRunners(runners);
        this.clock = clock;
        if (store.isReadOnly()) {
            lanes = List.of();
        } else {
            recover();
            lanes =
                    List.of(
                            new JobLane(true, board, store, this.runners, clock, nanos),
                            new JobLane(false, board, store, this.runners, clock, nanos));
        }
    }

    private void recover() {
        board.change(() ->
                board.list().in(JobState.RUNNING).stream()
                        .map(job ->
                                job.with(
                                        JobLane.interrupted(job, "Atelier ended while it ran.")
                                                .apply(job.status())))
                        .toList());
    }

    /** Whether the workspace is open to read only, so that nothing runs or changes here. */
    public boolean isReadOnly() {
        return lanes.isEmpty();
    }

    /** Lets jobs run; does nothing where the workspace is open to read only. */
    public void start() {
        lanes.forEach(JobLane::start);
    }

    /** Every job as it is now; may be called on any thread, the window's included. */
    public JobList jobs() {
        return board.list();
    }

    /** What a job has made so far: each file by its item, in order. */
    public SequencedMap<String, Path> results(long id) {
        return store.results(id);
    }

    /**
     * The order of a job; may be called on any thread.
     *
     * @param type that orders of its kind are of
     * @throws atelier.model.AtelierException if another version wrote it and it cannot be read
     */
    public static <O> O order(JobRecord job, Class<O> type) {
        return OrderJson.read(job.order(), type);
    }

    /** Adds a listener and tells it at once how things stand. */
    public void listen(JobListener listener) {
        board.listen(listener);
    }

    /** Takes a listener away. */
    public void unlisten(JobListener listener) {
        board.unlisten(listener);
    }

    /**
     * Puts a job at the end of the queue.
     *
     * @param title what the user knows it by
     * @param order of the type that its runner takes
     */
    public JobRecord submit(JobKind kind, String title, Object order) {
        return board.add(kind, title, runners.text(kind, order), clock.instant());
    }

    /** Lets a job have its turn right before another. */
    public void moveBefore(long id, long other) {
        board.change(() -> moved(id, other, 0));
    }

    /** Lets a job have its turn right after another. */
    public void moveAfter(long id, long other) {
        board.change(() -> moved(id, other, 1));
    }

    private Collection<JobRecord> moved(long id, long other, int offset) {
        List<JobRecord> order = new ArrayList<>(board.list().jobs());
        JobRecord job = board.list().job(id).orElse(null);
        JobRecord beside = board.list().job(other).orElse(null);
        if (job == null || beside == null || id == other) {
            return List.of();
        }
        order.remove(job);
        order.add(order.indexOf(beside) + offset, job);
        List<JobRecord> changed = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            if (order.get(place).place() != place) {
                changed.add(order.get(place).at(place));
            }
        }
        return changed;
    }

    /** Sets a job aside; one that runs stops within a step and keeps what it has. */
    public void pause(long id) {
        lanes.forEach(lane -> lane.stop(id, RunningJob.Stop.PAUSE));
        board.change(id, Set.of(JobState.QUEUED), job -> job.with(job.status().paused("")));
    }

    /** Lets a paused job go on, as the next one. */
    public void resume(long id) {
        resume(List.of(id));
    }

    /** Lets paused jobs go on, as the next ones, in the order given. */
    public void resume(List<Long> ids) {
        // At once, else one that waits for work would take the last of them first.
        board.locked(() -> {
            ids.reversed().forEach(this::putNext);
            return null;
        });
    }

    private void putNext(long id) {
        board.change(id, Set.of(JobState.PAUSED), job -> job.with(job.status().queued()));
        board.list().in(JobState.QUEUED).stream()
                .findFirst()
                .filter(first -> first.id() != id)
                .ifPresent(first -> moveBefore(id, first.id()));
    }

    /** Ends a job; what it has made stays. */
    public void cancel(long id) {
        lanes.forEach(lane -> lane.stop(id, RunningJob.Stop.CANCEL));
        board.change(id, OPEN, job -> job.with(cancelled(job)));
    }

    private JobStatus cancelled(JobRecord job) {
        return job.status().over(JobState.CANCELLED, "", runners.kept(job), clock.instant());
    }

    /** Puts a job that failed or was cancelled at the end of the queue; it goes on where it was. */
    public void retry(long id) {
        board.change(id, UNFINISHED, job -> board.toEnd(job.with(job.status().queued())));
    }

    /** Forgets the jobs that are over; their results stay. */
    public void clearOver() {
        board.removeOver();
    }

    /**
     * Sets aside what runs, as {@link #pause} does, and waits until it has stopped; nothing is
     * begun any more. This is how Atelier ends when its owner wants to choose at the next start
     * whether to go on.
     */
    public void halt() {
        end(RunningJob.Stop.PAUSE);
    }

    /** Stops what runs, keeping what it has, and waits until it has stopped. */
    @Override
    public void close() {
        end(RunningJob.Stop.CLOSE);
    }

    private void end(RunningJob.Stop reason) {
        lanes.forEach(lane -> lane.close(reason));
        try {
            for (JobLane lane : lanes) {
                lane.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
