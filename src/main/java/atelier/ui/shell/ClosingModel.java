package atelier.ui.shell;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.job.JobQueue;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How the window is closed: at once where nothing runs; else after one question, and after what
 * runs has been set aside.
 */
public final class ClosingModel {

    /** How far it has come. */
    public enum State {
        /** The window stays. */
        OPEN,
        /** The user is asked what is to become of the work. */
        ASKING,
        /** What runs is being set aside. */
        SAVING,
        /** The window may go. */
        CLOSED
    }

    private final JobQueue queue;
    private final Background background;
    private final ToastModel toasts;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);
    private List<JobRecord> running = List.of();

    /** Closes over the work of that queue. */
    public ClosingModel(JobQueue queue, Background background, ToastModel toasts) {
        this.queue = queue;
        this.background = background;
        this.toasts = toasts;
    }

    /** Hears that the user wants to close the window; asked again, it changes nothing. */
    public void ask() {
        if (state.get() != State.OPEN) {
            return;
        }
        // What another process runs in this workspace does not end with this window.
        running = queue.isReadOnly() ? List.of() : queue.jobs().in(JobState.RUNNING);
        state.set(running.isEmpty() ? State.CLOSED : State.ASKING);
    }

    /** The window stays after all. */
    public void stay() {
        if (state.get() == State.ASKING) {
            state.set(State.OPEN);
        }
    }

    /** Sets aside what runs, and closes. */
    public void pauseAndClose() {
        if (state.get() != State.ASKING) {
            return;
        }
        state.set(State.SAVING);
        background.run(
                () -> {
                    queue.halt();
                    return Boolean.TRUE;
                },
                _ -> state.set(State.CLOSED),
                failure -> {
                    state.set(State.OPEN);
                    toasts.show(Toast.failed(failure));
                });
    }

    /** How far it has come. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What the question is about. */
    public Phrase question() {
        return running.size() == 1
                ? Phrase.of("closing.question", running.getFirst().title())
                : Phrase.of("closing.question-many", running.size());
    }

    /** How far the work has come that it is about. */
    public Phrase progress() {
        return running.size() == 1
                ? JobWords.progress(running.getFirst())
                : JobWords.titles(running);
    }

    /** Shows the question about work that there never was, for pictures of it. */
    public void exhibit(List<JobRecord> work, State now) {
        running = List.copyOf(work);
        state.set(State.ASKING);
        state.set(now);
    }
}
