package atelier.ui.library;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthReport;
import atelier.model.library.ItemKind;
import atelier.ui.shell.Toast;
import atelier.ui.shell.Tone;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Whether the library is sound: what was found, and how it is mended. */
final class HealthModel {

    private final LibraryWork work;
    private final Background background;
    private final Changes changes;
    private final ReadOnlyObjectWrapper<@Nullable HealthReport> report =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private CancelToken cancel = new CancelToken();
    private boolean exhibited;

    HealthModel(LibraryWork work, Background background, Changes changes) {
        this.work = work;
        this.background = background;
        this.changes = changes;
    }

    /**
     * Looks at everything, beside the window's thread.
     *
     * @param thorough whether contents are compared, too, which reads all files
     */
    void check(boolean thorough) {
        cancel.cancel();
        CancelToken mine = new CancelToken();
        cancel = mine;
        checking.set(true);
        background.run(
                () -> work.library().health().check(thorough, ProgressListener.NONE, mine),
                found -> {
                    if (mine.equals(cancel)) {
                        checking.set(false);
                        if (!exhibited) {
                            report.set(found);
                        }
                    }
                },
                failure -> {
                    if (mine.equals(cancel)) {
                        checking.set(false);
                        changes.failed(failure);
                    }
                });
    }

    /** Mends one thing. */
    void repair(HealthFinding finding) {
        changes.makeAll(Phrase.of("health.repaired", 1), () -> mend(finding), this::checkAgain);
    }

    /** Mends all whose repair loses nothing and can be taken back. */
    void repairSafe() {
        List<HealthFinding> safe = safe();
        if (!safe.isEmpty()) {
            changes.makeAll(
                    Phrase.of("health.repaired", safe.size()),
                    () -> safe.forEach(this::mend),
                    this::checkAgain);
        }
    }

    /** Links adapters to their files again, by lists of where each lay and where it lies now. */
    void relink(List<Path> lists) {
        List<String> failed = new ArrayList<>();
        changes.makeAll(
                Phrase.of("health.relinked"),
                () -> {
                    for (Path list : lists) {
                        failed.addAll(
                                work.library()
                                        .relinks()
                                        .relink(list, ProgressListener.NONE, new CancelToken())
                                        .failed());
                    }
                },
                () -> {
                    tell(failed);
                    failed.clear();
                    checkAgain();
                });
    }

    private void tell(List<String> failed) {
        if (!failed.isEmpty()) {
            changes.tell(
                    new Toast(
                            "alert-triangle",
                            Tone.WARNING,
                            Phrase.of("health.not-relinked", failed.size()),
                            Phrase.said(failed.getFirst()),
                            null));
        }
    }

    private void mend(HealthFinding finding) {
        work.library().health().repair(finding);
    }

    private void checkAgain() {
        HealthReport now = report.get();
        check(now != null && now.thorough());
    }

    /** Shows a report that need not be true, for pictures of the panel. */
    void exhibit(HealthReport shown) {
        exhibited = true;
        report.set(shown);
    }

    /** The findings whose repair loses nothing and can be taken back. */
    List<HealthFinding> safe() {
        HealthReport now = report.get();
        return now == null ? List.of() : now.safe();
    }

    /** How many things were found; 0 before the first look. */
    int count() {
        HealthReport now = report.get();
        return now == null ? 0 : now.findings().size();
    }

    /** Whether a finding is about one thing that can be gone to. */
    static boolean leadsSomewhere(HealthFinding finding) {
        return !finding.item().isEmpty()
                && (finding.kind() == ItemKind.CHARACTER || finding.kind() == ItemKind.ADAPTER);
    }

    /** What was found last; null before the first look. */
    ReadOnlyObjectProperty<@Nullable HealthReport> report() {
        return report.getReadOnlyProperty();
    }

    /** Whether it is being looked. */
    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }
}
