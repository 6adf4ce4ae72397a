package atelier.service.job;

import atelier.model.AtelierException;
import atelier.model.job.CancelledException;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that runs the queued jobs of its side, on the accelerator or beside it, one by one. */
final class JobLane {

    private static final Logger LOG = LoggerFactory.getLogger(JobLane.class);
    private static final String DEFECT =
            "It ended by a defect of Atelier, which the log describes: try again, and report the problem if it comes back.";

    private final boolean onAccelerator;
    private final JobBoard board;
    private final JobStore store;
    private final JobRunners runners;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Thread thread;

    // Both change only while nothing else on the board does.
    private boolean closed;
    private @Nullable RunningJob running;

    /**
     * @param onAccelerator which jobs it takes
     * @param nanos a clock of nanoseconds from any start
     */
    JobLane(
            boolean onAccelerator,
            JobBoard board,
            JobStore store,
            JobRunners runners,
            Clock clock,
            LongSupplier nanos) {
        this.onAccelerator = onAccelerator;
        this.board = board;
        this.store = store;
        this.runners = runners;
        this.clock = clock;
        this.nanos = nanos;
        this.thread =
                Thread.ofPlatform()
                        .name(onAccelerator ? "jobs-on-accelerator" : "jobs-beside-accelerator")
                        .daemon()
                        .unstarted(this::work);
    }

    /** Begins to work; does nothing where it has begun. */
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Asks a job to stop if it runs here. */
    void stop(long id, RunningJob.Stop reason) {
        board.locked(() -> {
            RunningJob job = running;
            if (job != null && job.id() == id) {
                job.stop(reason);
            }
            return null;
        });
    }

    /** Stops what runs and takes no more. */
    void close(RunningJob.Stop reason) {
        board.locked(() -> {
            closed = true;
            RunningJob job = running;
            if (job != null) {
                job.stop(reason);
            }
            return null;
        });
        board.wake();
    }

    /** Waits until what ran has stopped. */
    void join() throws InterruptedException {
        if (thread.isAlive()) {
            thread.join();
        }
    }

    private void work() {
        try {
            while (true) {
                RunningJob next =
                        board.awaitNext(onAccelerator, () -> closed, clock::instant, this::begin);
                if (next == null) {
                    return;
                }
                UnaryOperator<JobStatus> end = end(next);
                board.locked(() -> {
                    running = null;
                    board.note(next.id(), true, end);
                    return null;
                });
            }
        } catch (InterruptedException e) {
            LOG.warn("{} was interrupted", thread.getName(), e);
        }
    }

    private RunningJob begin(JobRecord job) {
        RunningJob next = new RunningJob(board, store, job, nanos);
        running = next;
        return next;
    }

    /** Runs a job, and tells what has become of it. */
    private UnaryOperator<JobStatus> end(RunningJob job) {
        try {
            String what = runners.run(job.record(), job);
            return status -> status.over(JobState.DONE, what, "", clock.instant());
        } catch (CancelledException e) {
            return stopped(job, String.valueOf(e.getMessage()));
        } catch (AtelierException e) {
            LOG.warn("Job {} failed", job.id(), e);
            return failed(job, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} ended by a defect", job.id(), e);
            return failed(job, DEFECT);
        }
    }

    private UnaryOperator<JobStatus> failed(RunningJob job, String what) {
        return status -> status.over(JobState.FAILED, what, kept(job, status), clock.instant());
    }

    /** A job that stopped unasked, as for want of room on the disk, is set aside. */
    private UnaryOperator<JobStatus> stopped(RunningJob job, String what) {
        return switch (job.stopped()) {
            case CANCEL ->
                    status ->
                            status.over(JobState.CANCELLED, "", kept(job, status), clock.instant());
            case CLOSE -> JobLane.interrupted(job.record(), what);
            case PAUSE -> status -> status.paused(what);
            case null -> status -> status.paused(what);
        };
    }

    private String kept(RunningJob job, JobStatus status) {
        return runners.kept(job.record().with(status));
    }

    /** What becomes of a job that ran when Atelier ended. */
    static UnaryOperator<JobStatus> interrupted(JobRecord job, String what) {
        return job.kind().afterInterruption() == JobState.PAUSED
                ? status -> status.paused(what)
                : JobStatus::queued;
    }
}
