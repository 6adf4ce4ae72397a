package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.AdapterField;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterField;
import atelier.model.library.ImageField;
import atelier.model.library.ItemKind;
import java.util.List;

/** The history of the library, and the way back. Methods wait for the disk. */
public final class LibraryHistory {

    private static final String WHY = "taken back";

    private final Library library;
    private final LibraryService parts;
    private final RescanService files;

    /**
     * @param parts whose changes are taken back
     * @param files takes into the index what comes back from the trash
     */
    LibraryHistory(Library library, LibraryService parts, RescanService files) {
        this.library = library;
        this.parts = parts;
        this.files = files;
    }

    /** The changes of one thing, the newest first. */
    public List<AuditRow> of(ItemKind kind, String item) {
        return Audit.of(library.database(), kind, item);
    }

    /** The number of the newest change of one thing; 0 where there is none. */
    public long newest(ItemKind kind, String item) {
        return of(kind, item).stream().mapToLong(AuditRow::id).findFirst().orElse(0);
    }

    /** The last changes of all, the newest first. */
    public List<AuditRow> last(int count) {
        return Audit.last(library.database(), count);
    }

    /**
     * Takes a change back; that is a change of its own.
     *
     * @throws AtelierException if it was taken back before, if what it changed was changed again
     *     since, or if that may not be now
     */
    public void undo(long id) {
        library.requireWritable();
        AuditRow row =
                Audit.row(library.database(), id)
                        .orElseThrow(() ->
                                new AtelierException(
                                        "There is no change %d in the history.".formatted(id)));
        if (row.undone()) {
            throw new AtelierException("This change was taken back before.");
        }
        if (row.field().equals(AuditRow.PLACE)) {
            undoPlace(row);
        } else if (row.field().equals(AuditRow.FILE)) {
            undoFile(row);
        } else {
            requireUnchanged(row, current(row));
            set(row);
        }
        library.database().change(connection -> Audit.markUndone(connection, id));
    }

    private String current(AuditRow row) {
        if (row.field().equals(AuditRow.CONTENT)) {
            throw forGood(row);
        }
        return switch (row.kind()) {
            case CHARACTER ->
                    parts.characters().get(row.item()).value(CharacterField.valueOf(row.field()));
            case ADAPTER ->
                    parts.adapters().get(row.item()).value(AdapterField.valueOf(row.field()));
            case IMAGE ->
                    parts.images().get(row.item()).marks().value(ImageField.valueOf(row.field()));
            case PICTURE, RUN -> throw forGood(row);
        };
    }

    private void set(AuditRow row) {
        switch (row.kind()) {
            case CHARACTER ->
                    parts.characters()
                            .set(row.item(), CharacterField.valueOf(row.field()), row.old(), WHY);
            case ADAPTER ->
                    parts.adapters()
                            .set(row.item(), AdapterField.valueOf(row.field()), row.old(), WHY);
            case IMAGE ->
                    parts.images().set(row.item(), ImageField.valueOf(row.field()), row.old(), WHY);
            case PICTURE, RUN -> throw forGood(row);
        }
    }

    private static AtelierException forGood(AuditRow row) {
        return new AtelierException(
                "What happened to %s cannot be taken back.".formatted(row.item()));
    }

    private static void requireUnchanged(AuditRow row, String current) {
        if (!current.equals(row.now())) {
            throw new AtelierException(
                    "%s was changed again since, so this change was not taken back: take back the later one first."
                            .formatted(row.item()));
        }
    }

    /** Brings back what went to the trash, or sends there what came. */
    private void undoPlace(AuditRow row) {
        if (row.now().isEmpty() || row.now().equals(row.old())) {
            throw forGood(row);
        }
        if (row.now().startsWith(Trash.NAME)) {
            library.trash().restore(row.now());
            files.restored(row, WHY);
        } else {
            remove(row);
        }
    }

    private void undoFile(AuditRow row) {
        if (row.now().startsWith(Trash.NAME)) {
            throw forGood(row);
        }
        parts.adapters().unlink(row.item(), row.old(), WHY);
    }

    private void remove(AuditRow row) {
        switch (row.kind()) {
            case CHARACTER -> parts.characters().remove(row.item(), WHY);
            case ADAPTER -> parts.adapters().remove(row.item(), WHY);
            case IMAGE -> parts.images().remove(row.item(), WHY);
            case RUN -> parts.runs().remove(row.item(), WHY);
            case PICTURE -> {
                int slash = row.item().indexOf('/');
                parts.characters()
                        .removePicture(
                                row.item().substring(0, slash),
                                row.item().substring(slash + 1),
                                WHY);
            }
        }
    }
}
