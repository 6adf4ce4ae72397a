package atelier.ui.shell;

import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.job.JobQueue;
import atelier.ui.work.Background;
import atelier.ui.work.Latest;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The queue as a list: what runs, what waits, and the last that are over. */
public final class QueueModel {

    private static final int OVER = 8;

    private final JobQueue queue;
    private final Background background;
    private final ToastModel toasts;
    private final ObservableList<JobRecord> jobs = FXCollections.observableArrayList();
    private final IntegerProperty unfinished = new SimpleIntegerProperty();

    /**
     * @param background does what waits for the disk
     * @param toasts tells what could not be done
     */
    public QueueModel(JobQueue queue, Background background, ToastModel toasts) {
        this.queue = queue;
        this.background = background;
        this.toasts = toasts;
    }

    /** Begins to follow the queue. */
    public void open() {
        queue.listen(new Latest<>(background.window(), this::update)::accept);
    }

    /** Shows jobs that there never were, for pictures of them. */
    public void exhibit(JobList list) {
        update(list);
    }

    private void update(JobList list) {
        List<JobRecord> shown = new ArrayList<>(list.in(JobState.RUNNING));
        shown.addAll(list.in(JobState.PAUSED));
        shown.addAll(list.in(JobState.QUEUED));
        unfinished.set(shown.size());
        list.over().stream().limit(OVER).forEach(shown::add);
        jobs.setAll(shown);
    }

    /** Gives a job its turn before another; for one that is dragged down, after it. */
    public void move(JobRecord job, JobRecord place) {
        boolean down = jobs.indexOf(job) < jobs.indexOf(place);
        change(() -> {
            if (down) {
                queue.moveAfter(job.id(), place.id());
            } else {
                queue.moveBefore(job.id(), place.id());
            }
        });
    }

    /** Moves a job that waits by one place. */
    public void move(JobRecord job, int by) {
        int at = jobs.indexOf(job) + by;
        if (at >= 0 && at < jobs.size() && jobs.get(at).state() == JobState.QUEUED) {
            move(job, jobs.get(at));
        }
    }

    /** Sets a job aside. */
    public void pause(JobRecord job) {
        change(() -> queue.pause(job.id()));
    }

    /** Goes on with it. */
    public void resume(JobRecord job) {
        change(() -> queue.resume(job.id()));
    }

    /** Ends it. */
    public void cancel(JobRecord job) {
        change(() -> queue.cancel(job.id()));
    }

    /** Tries it again. */
    public void retry(JobRecord job) {
        change(() -> queue.retry(job.id()));
    }

    /** Forgets what is over. */
    public void clearOver() {
        change(queue::clearOver);
    }

    private void change(Runnable action) {
        background.perform(action, failure -> toasts.show(Toast.failed(failure)));
    }

    /** What is listed. */
    public ObservableList<JobRecord> jobs() {
        return jobs;
    }

    /** Whether some of them are over. */
    public BooleanExpression someOver() {
        return Bindings.createBooleanBinding(
                () -> jobs.stream().anyMatch(job -> job.state().isOver()), jobs);
    }

    /** How many of them are not over. */
    public IntegerProperty unfinished() {
        return unfinished;
    }
}
