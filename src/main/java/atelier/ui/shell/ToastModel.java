package atelier.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Shows toasts one at a time; a failure is never pushed aside by what comes after it. */
public final class ToastModel {

    private final ReadOnlyObjectWrapper<Toast> current = new ReadOnlyObjectWrapper<>();
    private final Deque<Toast> waiting = new ArrayDeque<>();

    /** What is shown now; null for nothing. */
    public ReadOnlyObjectProperty<Toast> current() {
        return current.getReadOnlyProperty();
    }

    /**
     * Shows a toast, now or once the failure that is shown has been closed; a failure that is told
     * or waits to be is not told twice.
     */
    public void show(Toast toast) {
        if (toast.isFailure() && (toast.equals(current.get()) || waiting.contains(toast))) {
            return;
        }
        if (current.get() != null && current.get().isFailure()) {
            waiting.add(toast);
        } else {
            current.set(toast);
        }
    }

    /** Takes away what is shown. */
    public void close() {
        current.set(waiting.poll());
    }

    /** Does what the toast's button says, and takes the toast away. */
    public void press() {
        Toast shown = current.get();
        if (shown != null && shown.button() != null) {
            close();
            shown.button().action().run();
        }
    }
}
