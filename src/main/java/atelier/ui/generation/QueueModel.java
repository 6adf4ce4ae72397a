package atelier.ui.generation;

import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.job.JobQueue;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The queue as a list: what runs, what waits, and the last that are over. */
final class QueueModel {

    private static final int OVER = 4;

    private final JobQueue queue;
    private final Background background;
    private final ToastModel toasts;
    private final ObservableList<JobRecord> jobs = FXCollections.observableArrayList();
    private final IntegerProperty open = new SimpleIntegerProperty();

    QueueModel(JobQueue queue, Background background, ToastModel toasts) {
        this.queue = queue;
        this.background = background;
        this.toasts = toasts;
    }

    /** Hears how things stand. */
    void update(JobList list) {
        List<JobRecord> shown = new ArrayList<>(list.in(JobState.RUNNING));
        shown.addAll(list.in(JobState.PAUSED));
        shown.addAll(list.in(JobState.QUEUED));
        open.set(shown.size());
        list.over().stream().limit(OVER).forEach(shown::add);
        jobs.setAll(shown);
    }

    /** Gives a job its turn before another; for one that is dragged down, after it. */
    void move(JobRecord job, JobRecord place) {
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
    void move(JobRecord job, int by) {
        int at = jobs.indexOf(job) + by;
        if (at >= 0 && at < jobs.size() && jobs.get(at).state() == JobState.QUEUED) {
            move(job, jobs.get(at));
        }
    }

    /** Sets a job aside. */
    void pause(JobRecord job) {
        change(() -> queue.pause(job.id()));
    }

    /** Goes on with it. */
    void resume(JobRecord job) {
        change(() -> queue.resume(job.id()));
    }

    /** Ends it. */
    void cancel(JobRecord job) {
        change(() -> queue.cancel(job.id()));
    }

    /** Tries it again. */
    void retry(JobRecord job) {
        change(() -> queue.retry(job.id()));
    }

    /** Forgets what is over. */
    void clearOver() {
        change(queue::clearOver);
    }

    private void change(Runnable action) {
        background.run(
                () -> {
                    action.run();
                    return Boolean.TRUE;
                },
                _ -> {},
                failure ->
                        toasts.show(
                                Toast.failed(
                                        Phrase.plain(String.valueOf(failure.getMessage())), null)));
    }

    /** What is listed. */
    ObservableList<JobRecord> jobs() {
        return jobs;
    }

    /** How many of them are not over. */
    IntegerProperty open() {
        return open;
    }
}
