package atelier.service.job;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.JobRecord;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A job while it runs: what it tells, and why it was asked to stop. */
final class RunningJob implements JobContext {

    private static final long SAVED_EVERY_NANOS = 1_000_000_000L;

    private final JobBoard board;
    private final JobStore store;
    private final JobRecord job;
    private final long id;
    private final LongSupplier nanos;
    private final CancelToken cancel = new CancelToken();
    private final SequencedMap<String, Path> made;
    private final StageTimes times = new StageTimes();
    private long savedAt;
    private volatile @Nullable Stop stop;

    /** Why a job that runs was asked to stop. */
    enum Stop {
        /** Atelier ends. */
        CLOSE,
        /** It was paused. */
        PAUSE,
        /** It was cancelled. */
        CANCEL
    }

    /**
     * @param nanos a clock of nanoseconds from any start
     */
    RunningJob(JobBoard board, JobStore store, JobRecord job, LongSupplier nanos) {
        this.board = board;
        this.store = store;
        this.job = job;
        this.id = job.id();
        this.nanos = nanos;
        this.made = store.results(id);
        this.savedAt = nanos.getAsLong();
    }

    /** The job as it began. */
    JobRecord record() {
        return job;
    }

    long id() {
        return id;
    }

    /** Asks it to stop; of several reasons the last that changes more counts. */
    void stop(Stop reason) {
        Stop earlier = stop;
        if (earlier == null || earlier.compareTo(reason) < 0) {
            stop = reason;
        }
        cancel.cancel();
    }

    /** Why it was asked to stop; null where it was not. */
    @Nullable Stop stopped() {
        return stop;
    }

    /** Numbers begin anew in another workspace, and where the database was lost. */
    @Override
    public String mark() {
        return id + "@" + job.created().toEpochMilli();
    }

    @Override
    public ProgressListener progress() {
        return new ProgressListener() {
            @Override
            public void progressed(Progress progress) {
                RunningJob.this.progressed(progress);
            }

            @Override
            public void noticed(String notice) {
                board.tell(id, (listener, now) -> listener.noticed(now, notice));
            }
        };
    }

    private synchronized void progressed(Progress progress) {
        long now = nanos.getAsLong();
        Pace pace = times.pace(progress, now);
        boolean save = now - savedAt >= SAVED_EVERY_NANOS;
        if (save) {
            savedAt = now;
        }
        board.note(
                id,
                save,
                status ->
                        status.progressed(
                                progress, pace.perSecond(progress), pace.secondsLeft(progress)));
    }

    @Override
    public CancelToken cancel() {
        return cancel;
    }

    @Override
    public synchronized SequencedMap<String, Path> made() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(made));
    }

    @Override
    public synchronized void made(String item, Path file) {
        store.addResult(id, item, made.size(), file);
        made.put(item, file);
        int count = made.size();
        board.note(id, false, status -> status.withMade(count));
    }

    @Override
    public void preview(PreviewPicture picture) {
        board.tell(id, (listener, now) -> listener.previewed(now, picture));
    }
}
