package atelier.ui;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.job.JobQueue;
import atelier.ui.shell.JobWords;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastButton;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.List;

/** Offers at the start to go on with the work that was set aside. */
final class ResumeOffer {

    private final JobQueue queue;
    private final Background background;
    private final ToastModel toasts;

    ResumeOffer(JobQueue queue, Background background, ToastModel toasts) {
        this.queue = queue;
        this.background = background;
        this.toasts = toasts;
    }

    /** Makes the offer, where there is such work and it may be done here. */
    void make() {
        List<JobRecord> paused = queue.isReadOnly() ? List.of() : queue.jobs().in(JobState.PAUSED);
        if (paused.isEmpty()) {
            return;
        }
        ToastButton button = new ToastButton(Phrase.of("job.resume"), () -> resume(paused));
        JobRecord first = paused.getFirst();
        toasts.show(
                paused.size() == 1
                        ? Toast.offer(
                                Phrase.of("job.paused-title", JobWords.title(first)),
                                JobWords.progress(first),
                                button)
                        : Toast.offer(
                                Phrase.of("closing.paused-many", paused.size()),
                                JobWords.titles(paused),
                                button));
    }

    private void resume(List<JobRecord> paused) {
        background.perform(
                () -> queue.resume(paused.stream().map(JobRecord::id).toList()),
                failure -> toasts.show(Toast.failed(failure)));
    }
}
