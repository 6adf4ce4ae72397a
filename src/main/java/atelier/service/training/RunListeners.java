package atelier.service.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Several listeners as one: each hears everything, in their order, and each is closed. */
final class RunListeners implements RunListener {

    private final List<RunListener> all;

    RunListeners(List<RunListener> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void begins(long step, Probed probed) {
        all.forEach(listener -> listener.begins(step, probed));
    }

    @Override
    public void stepped(StepReport report) {
        all.forEach(listener -> listener.stepped(report));
    }

    @Override
    public void previewAsked(long step) {
        all.forEach(listener -> listener.previewAsked(step));
    }

    /** Closes the last first, and the others even where one fails. */
    @Override
    public void close() {
        close(new ArrayDeque<>(all));
    }

    private static void close(Deque<RunListener> open) {
        if (!open.isEmpty()) {
            try (RunListener _ = open.removeFirst()) {
                close(open);
            }
        }
    }
}
