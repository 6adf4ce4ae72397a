package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.AdapterField;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterField;
import atelier.model.library.ImageField;
import atelier.model.library.ItemKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The history of the library, and the way back. Methods wait for the disk. */
public final class LibraryHistory {

    private static final String WHY = "taken back";

    private final Library library;
    private final LibraryService parts;
    private final RescanService files;
    private final IndexEntries entries;
    private final Cards cards;

    /**
     * @param parts whose changes are taken back
     * @param files takes into the index what comes back from the trash
     * @param cards those beside the things
     */
    LibraryHistory(Library library, LibraryService parts, RescanService files, Cards cards) {
        this.library = library;
        this.parts = parts;
        this.files = files;
        this.cards = cards;
        this.entries = new IndexEntries(library);
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
     * The changes of what has a name, whatever it is: a character by its name or slug, an adapter
     * by its name or file, an image or a model by its file, a run by its folder.
     *
     * @return the newest first; empty where nothing of that name was ever changed
     */
    public List<AuditRow> named(String name) {
        Set<String> items = new HashSet<>(Set.of(name, name + AdapterLibrary.ENDING));
        parts.characters().all().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .forEach(one -> items.add(one.slug()));
        parts.adapters().all().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .forEach(one -> items.add(one.file()));
        return last(Integer.MAX_VALUE).stream()
                .filter(row ->
                        items.contains(row.item())
                                || items.contains(
                                        row.item().substring(row.item().lastIndexOf('/') + 1)))
                .toList();
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
        } else if (row.field().equals(AuditRow.INDEX)) {
            entries.takeBack(row, WHY);
        } else if (row.field().equals(AuditRow.CARD)) {
            undoCard(row);
        } else if (row.field().equals(AuditRow.CONTENT)) {
            undoContent(row);
        } else {
            requireUnchanged(row, current(row));
            set(row);
        }
        library.database().change(connection -> Audit.markUndone(connection, id));
    }

    private String current(AuditRow row) {
        return switch (row.kind()) {
            case CHARACTER ->
                    parts.characters().get(row.item()).value(CharacterField.valueOf(row.field()));
            case ADAPTER ->
                    parts.adapters().get(row.item()).value(AdapterField.valueOf(row.field()));
            case IMAGE ->
                    parts.images().get(row.item()).marks().value(ImageField.valueOf(row.field()));
            case PICTURE, RUN, MODEL -> throw forGood(row);
        };
    }

    private void undoCard(AuditRow row) {
        if (row.now().startsWith(Trash.NAME)) {
            throw forGood(row);
        }
        cards.takeBack(row, WHY);
    }

    private void undoContent(AuditRow row) {
        AdapterLibrary.Content before =
                AdapterLibrary.Content.read(row.old()).orElseThrow(() -> forGood(row));
        requireUnchanged(row, AdapterLibrary.Content.of(parts.adapters().get(row.item())).text());
        parts.adapters().setContent(row.item(), before, WHY);
    }

    /**
     * What a repair found is put back as it was, right or not; else the rules of the thing hold.
     */
    private void set(AuditRow row) {
        if (HealthService.isRepair(row) && row.kind() == ItemKind.CHARACTER) {
            parts.characters()
                    .putBack(row.item(), CharacterField.valueOf(row.field()), row.old(), WHY);
            return;
        } else if (HealthService.isRepair(row) && row.kind() == ItemKind.ADAPTER) {
            parts.adapters().putBack(row.item(), AdapterField.valueOf(row.field()), row.old(), WHY);
            return;
        }
        switch (row.kind()) {
            case CHARACTER ->
                    parts.characters()
                            .set(row.item(), CharacterField.valueOf(row.field()), row.old(), WHY);
            case ADAPTER ->
                    parts.adapters()
                            .set(row.item(), AdapterField.valueOf(row.field()), row.old(), WHY);
            case IMAGE ->
                    parts.images().set(row.item(), ImageField.valueOf(row.field()), row.old(), WHY);
            case PICTURE, RUN, MODEL -> throw forGood(row);
        }
    }

    private static AtelierException forGood(AuditRow row) {
        return new AtelierException(
                "What happened to %s cannot be taken back.".formatted(row.item()));
    }

    private static void requireUnchanged(AuditRow row, String current) {
        if (!current.equals(row.now())) {
            throw changedSince(row);
        }
    }

    /** That a later change stands in the way. */
    static AtelierException changedSince(AuditRow row) {
        return new AtelierException(
                "%s was changed again since, so this change was not taken back: take back the later one first."
                        .formatted(row.item()));
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
            case MODEL -> parts.models().remove(row.item(), WHY);
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
