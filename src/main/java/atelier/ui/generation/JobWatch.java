package atelier.ui.generation;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.service.job.JobListener;
import atelier.ui.work.Latest;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Hands what the queue tells to the window's thread. */
final class JobWatch implements JobListener {

    private final Latest<JobList> lists;
    private final Latest<Seen> pictures;

    private record Seen(long id, PreviewPicture picture) {}

    JobWatch(
            Executor window,
            Consumer<JobList> changed,
            BiConsumer<Long, PreviewPicture> previewed) {
        lists = new Latest<>(window, changed);
        pictures = new Latest<>(window, seen -> previewed.accept(seen.id(), seen.picture()));
    }

    @Override
    public void changed(JobList jobs) {
        lists.accept(jobs);
    }

    @Override
    public void previewed(JobRecord job, PreviewPicture picture) {
        pictures.accept(new Seen(job.id(), picture));
    }
}
