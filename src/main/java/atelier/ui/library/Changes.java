package atelier.ui.library;

import atelier.model.library.AuditRow;
import atelier.service.library.LibraryService;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Has things of the library changed, one after the other, and remembers the way back. */
final class Changes {

    private static final int MOST = 1_000;
    private static final String WHY = "in the library";

    private final LibraryService library;
    private final Background background;
    private final ToastModel toasts;
    private final UndoStack undo;
    private final Runnable changed;

    /**
     * @param changed called after each change
     */
    Changes(
            LibraryService library,
            Background background,
            ToastModel toasts,
            UndoStack undo,
            Runnable changed) {
        this.library = library;
        // Else what is taken back could be overtaken by what it takes back.
        this.background = background.inOrder();
        this.toasts = toasts;
        this.undo = undo;
        this.changed = changed;
    }

    /**
     * Sets a field of a thing, unless it is so already.
     *
     * @param set asks the service, with why it is done
     */
    void set(Thing thing, String before, String value, Consumer<String> set) {
        if (!before.equals(value)) {
            make(Phrase.of("library.changed", thing.name()), thing, set);
        }
    }

    /**
     * Moves a thing to the trash.
     *
     * @param remove asks the service, with why it is done
     */
    void remove(Thing thing, Consumer<String> remove) {
        make(Phrase.of("library.removed", thing.name()), thing, remove);
    }

    /**
     * Changes a thing; where that changes nothing, nothing is said.
     *
     * @param what was done, as a sentence
     * @param change asks the service
     */
    private void make(Phrase what, Thing thing, Consumer<String> change) {
        long[] last = {0};
        Callable<Boolean> once =
                () -> {
                    long before = library.history().newest(thing.kind(), thing.id());
                    change.accept(WHY);
                    last[0] = library.history().newest(thing.kind(), thing.id());
                    return last[0] != before;
                };
        run(
                once,
                made -> {
                    if (made) {
                        undo.add(what, () -> takeBack(last[0]), () -> run(once, _ -> {}));
                    }
                });
    }

    /**
     * Changes several things, which are taken back together.
     *
     * @param what was done, as a sentence
     * @param change asks the services
     * @param then done after it, whether all of it could be done or not
     */
    void makeAll(Phrase what, Runnable change, Runnable then) {
        List<Long> made = new ArrayList<>();
        Callable<Boolean> once =
                () -> {
                    made.clear();
                    long before = newest();
                    try {
                        change.run();
                    } finally {
                        made.addAll(since(before));
                    }
                    return !made.isEmpty();
                };
        Runnable back =
                () ->
                        run(
                                () -> {
                                    made.forEach(library.history()::undo);
                                    return Boolean.TRUE;
                                },
                                _ -> then.run());
        background.run(
                once,
                any -> {
                    if (any) {
                        undo.add(what, back, () -> run(once, _ -> then.run()));
                    }
                    changed.run();
                    then.run();
                },
                failure -> {
                    failed(failure);
                    changed.run();
                    then.run();
                });
    }

    private long newest() {
        return library.history().last(1).stream().mapToLong(AuditRow::id).findFirst().orElse(0);
    }

    /** The changes after one that can be taken back, the newest first. */
    private List<Long> since(long before) {
        return library.history().last(MOST).stream()
                .filter(row -> row.id() > before && ChangePhrases.canBeTakenBack(row))
                .map(AuditRow::id)
                .toList();
    }

    /** Takes a change of the history back. */
    void takeBack(long change) {
        run(
                () -> {
                    library.history().undo(change);
                    return Boolean.TRUE;
                },
                _ -> {});
    }

    /** Does something beside the window's thread and then reads the library anew. */
    <T> void run(Callable<T> work, Consumer<T> then) {
        run(work, then, () -> {});
    }

    /**
     * The same.
     *
     * @param otherwise done where it failed
     */
    <T> void run(Callable<T> work, Consumer<T> then, Runnable otherwise) {
        background.run(
                work,
                result -> {
                    then.accept(result);
                    changed.run();
                },
                failure -> {
                    otherwise.run();
                    failed(failure);
                    changed.run();
                });
    }

    /** Tells why something could not be done. */
    void failed(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    /** Tells of something that cannot be taken back by itself. */
    void tell(Toast toast) {
        toasts.show(toast);
    }
}
