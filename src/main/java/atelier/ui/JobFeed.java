package atelier.ui;

import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.job.JobListener;
import atelier.service.job.JobQueue;
import atelier.ui.shell.JobAction;
import atelier.ui.shell.JobBarModel;
import atelier.ui.shell.JobBarState;
import atelier.ui.shell.JobWords;
import atelier.ui.shell.Place;
import atelier.ui.shell.ShellModel;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.Latest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what the queue tells to the job bar, and what the job bar asks to the queue. */
final class JobFeed implements JobListener {

    private final JobQueue queue;
    private final Background background;
    private final ShellModel shell;
    private final ToastModel toasts;
    private final Latest<JobList> newest;
    private @Nullable JobBarModel bar;
    private @Nullable JobRecord shown;

    JobFeed(JobQueue queue, Background background, ShellModel shell, ToastModel toasts) {
        this.queue = queue;
        this.background = background;
        this.shell = shell;
        this.toasts = toasts;
        newest = new Latest<>(background.window(), this::show);
    }

    /** Begins to tell a job bar. */
    void feed(JobBarModel model) {
        bar = model;
        queue.listen(this);
    }

    @Override
    public void changed(JobList jobs) {
        newest.accept(jobs);
    }

    @Override
    public void noticed(JobRecord job, String notice) {
        background
                .window()
                .execute(() -> {
                    if (bar != null && job.state() == JobState.RUNNING) {
                        bar.status()
                                .set(
                                        JobBarState.shortOfMemory(
                                                Phrase.said(notice), job.fraction()));
                    }
                });
    }

    private void show(JobList jobs) {
        if (bar == null) {
            return;
        }
        bar.waiting().set(jobs.in(JobState.QUEUED).size());
        shell.working().clear();
        jobs.in(JobState.RUNNING).forEach(job -> shell.working().add(place(job.kind())));
        Optional<JobRecord> first =
                jobs.onAccelerator()
                        .or(() -> jobs.in(JobState.RUNNING).stream().findFirst())
                        .or(() -> jobs.in(JobState.PAUSED).stream().findFirst())
                        .or(() ->
                                jobs.over().stream()
                                        .findFirst()
                                        .filter(job -> job.state() == JobState.FAILED));
        shown = first.orElse(null);
        bar.status().set(first.map(JobFeed::state).orElse(JobBarState.idle(Phrase.of("job.idle"))));
    }

    private static Place place(JobKind kind) {
        return switch (kind) {
            case TRAINING -> Place.TRAINING;
            case GENERATION -> Place.GENERATION;
            case COMPARISON -> Place.REVIEW;
            case RESTORATION -> Place.RESTORATION;
            default -> Place.SETTINGS;
        };
    }

    private static JobBarState state(JobRecord job) {
        Phrase title = JobWords.title(job);
        return switch (job.state()) {
            case PAUSED ->
                    JobBarState.paused(
                            Phrase.of("job.paused-title", title), Math.max(0, job.fraction()));
            case FAILED ->
                    JobBarState.failed(
                            Phrase.of("job.failed-title", title),
                            Phrase.of(
                                    "job.failed-detail",
                                    Phrase.said(job.status().happened()),
                                    Phrase.said(job.status().kept())));
            default ->
                    JobBarState.running(
                            place(job.kind()),
                            title,
                            JobWords.progress(job),
                            job.fraction(),
                            JobWords.speed(job),
                            job.status().secondsLeft() < 0 ? null : job.status().secondsLeft());
        };
    }

    /** Does what the user asks of the job that the bar shows. */
    void perform(JobAction action) {
        JobRecord job = shown;
        if (job == null) {
            return;
        }
        if (action == JobAction.DETAILS) {
            toasts.show(
                    Toast.failed(
                            Phrase.of("job.failed-title", JobWords.title(job)),
                            Phrase.said(job.status().happened())));
            return;
        }
        background.perform(
                () -> {
                    switch (action) {
                        case PAUSE -> queue.pause(job.id());
                        case RESUME -> queue.resume(job.id());
                        case RETRY -> queue.retry(job.id());
                        default -> queue.cancel(job.id());
                    }
                },
                failure -> toasts.show(Toast.failed(failure)));
    }
}
