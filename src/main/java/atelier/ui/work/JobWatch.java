package atelier.ui.work;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.service.job.JobListener;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Hands what the queue tells to the window's thread, the newest in place of those not shown yet.
 */
public final class JobWatch implements JobListener {

    private final Latest<JobList> changes;
    private final Latest<Seen> previews;

    private record Seen(long id, PreviewPicture picture) {}

    /**
     * @param window runs what touches the window's state
     * @param changed gets every job as it is now
     * @param previewed gets the number of a job, and what can be seen of its image
     */
    public JobWatch(
            Executor window,
            Consumer<JobList> changed,
            BiConsumer<Long, PreviewPicture> previewed) {
        changes = new Latest<>(window, changed);
        previews = new Latest<>(window, seen -> previewed.accept(seen.id(), seen.picture()));
    }

    @Override
    public void changed(JobList jobs) {
        changes.accept(jobs);
    }

    @Override
    public void previewed(JobRecord job, PreviewPicture picture) {
        previews.accept(new Seen(job.id(), picture));
    }
}
