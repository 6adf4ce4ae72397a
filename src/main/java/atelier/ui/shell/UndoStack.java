package atelier.ui.shell;

import atelier.ui.text.Phrase;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was done in the window and can be taken back, and done again. */
public final class UndoStack {

    private static final int MOST = 100;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ToastModel toasts;

    private record Step(Phrase what, Runnable undo, Runnable redo) {}

    /** Tells of each step by a toast. */
    public UndoStack(ToastModel toasts) {
        this.toasts = toasts;
    }

    /**
     * Remembers something that was just done, and says so.
     *
     * @param what was done, as a sentence
     */
    public void add(Phrase what, Runnable undo, Runnable redo) {
        done.push(new Step(what, undo, redo));
        if (done.size() > MOST) {
            done.removeLast();
        }
        undone.clear();
        toasts.show(Toast.undoable(what, this::undo));
    }

    /** Takes the last thing back; does nothing where there is none. */
    public void undo() {
        Step step = done.poll();
        if (step == null) {
            return;
        }
        undone.push(step);
        step.undo().run();
        toasts.show(Toast.done(Phrase.of("undo.undone", step.what())));
    }

    /** Does again what was taken back last. */
    public void redo() {
        Step step = undone.poll();
        if (step == null) {
            return;
        }
        done.push(step);
        step.redo().run();
        toasts.show(Toast.undoable(step.what(), this::undo));
    }
}
