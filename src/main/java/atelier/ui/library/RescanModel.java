package atelier.ui.library;

import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.library.RescanReport;
import atelier.ui.shell.Toast;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Makes the index of the library anew from its files. */
final class RescanModel {

    private final LibraryWork work;
    private final Background background;
    private final Changes changes;
    private final Runnable then;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress =
            new ReadOnlyObjectWrapper<>();
    private CancelToken cancel = new CancelToken();

    /**
     * @param then done after the index was made anew
     */
    RescanModel(LibraryWork work, Background background, Changes changes, Runnable then) {
        this.work = work;
        this.background = background;
        this.changes = changes;
        this.then = then;
    }

    /** Begins, and tells what could not be read or brought back; does nothing while it runs. */
    void start() {
        if (running.get()) {
            return;
        }
        running.set(true);
        CancelToken mine = new CancelToken();
        cancel = mine;
        changes.run(() -> read(mine), this::ended, this::over);
    }

    /** Empty where it was stopped. */
    private Optional<RescanReport> read(CancelToken mine) {
        try {
            return Optional.of(work.library().files().rescan(this::progressed, mine));
        } catch (CancelledException _) {
            return Optional.empty();
        }
    }

    private void progressed(Progress now) {
        background.window().execute(() -> progress.set(running.get() ? now : null));
    }

    private void over() {
        running.set(false);
        progress.set(null);
    }

    private void ended(Optional<RescanReport> report) {
        over();
        report.ifPresentOrElse(
                found -> {
                    changes.tell(toast(found));
                    then.run();
                },
                () -> changes.tell(Toast.done(Phrase.of("library.rescan-stopped"))));
    }

    private static Toast toast(RescanReport report) {
        int things = report.pictures() + report.adapters() + report.images();
        if (!report.problems().isEmpty()) {
            return Toast.failed(
                    Phrase.of("library.rescanned-but", things, report.problems().size()),
                    Phrase.said(report.problems().getFirst()));
        } else if (!report.lost().isEmpty()) {
            return Toast.failed(
                    Phrase.of("library.rescanned", things),
                    Phrase.of("library.lost", Phrase.said(String.join(" ", report.lost()))));
        }
        return Toast.done(Phrase.of("library.rescanned", things));
    }

    /** Ends it; the index stays as it was. */
    void stop() {
        cancel.cancel();
    }

    /** Whether it runs. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** How far it is; null where it does not run, or has just begun. */
    ReadOnlyObjectProperty<@Nullable Progress> progress() {
        return progress.getReadOnlyProperty();
    }
}
