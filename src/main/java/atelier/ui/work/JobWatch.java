package atelier.ui.work;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.service.job.JobListener;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands what the queue tells to the window's thread, the newest in place of those not shown yet.
 */
public final class JobWatch implements JobListener {

    private final Executor window;
    private final Consumer<JobList> changed;
    private final BiConsumer<Long, PreviewPicture> previewed;
    private final AtomicReference<@Nullable JobList> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

    private record Seen(long id, PreviewPicture picture) {}

    /**
     * @param window the window's thread
     * @param changed gets every job as it is
     * @param previewed gets the number of a job and an image that takes shape in it
     */
    public JobWatch(
            Executor window,
            Consumer<JobList> changed,
            BiConsumer<Long, PreviewPicture> previewed) {
        this.window = window;
        this.changed = changed;
        this.previewed = previewed;
    }

    @Override
    public void changed(JobList jobs) {
        if (newest.getAndSet(jobs) == null) {
            window.execute(() -> {
                JobList latest = newest.getAndSet(null);
                if (latest != null) {
                    changed.accept(latest);
                }
            });
        }
    }

    @Override
    public void previewed(JobRecord job, PreviewPicture picture) {
        if (seen.getAndSet(new Seen(job.id(), picture)) == null) {
            window.execute(() -> {
                Seen latest = seen.getAndSet(null);
                if (latest != null) {
                    previewed.accept(latest.id(), latest.picture());
                }
            });
        }
    }
}
