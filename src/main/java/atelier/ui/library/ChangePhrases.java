package atelier.ui.library;

import atelier.model.library.AdapterField;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterState;
import atelier.model.library.ImageField;
import atelier.ui.text.Phrase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Says what was changed. */
final class ChangePhrases {

    private static final String TRASH = "trash/";
    private static final int HASH = 8;
    private static final Set<String> WHERE =
            Set.of(AuditRow.PLACE, AuditRow.FILE, AuditRow.CARD, AuditRow.INDEX);
    private static final String ENDING = ".safetensors";

    private ChangePhrases() {}

    /** What was done, in a few words. */
    static Phrase title(AuditRow row) {
        if (row.field().equals(AuditRow.PLACE)) {
            String what =
                    row.now().startsWith(TRASH)
                            ? "history.trashed"
                            : row.now().isEmpty()
                                    ? "history.forgotten"
                                    : row.old().startsWith(TRASH)
                                            ? "history.restored"
                                            : "history.came";
            return Phrase.of(what, name(row));
        }
        return Phrase.of(
                "history.changed",
                Phrase.of("history.field-" + row.field().toLowerCase(Locale.ROOT)),
                name(row));
    }

    /** From what to what; empty where that says nothing. */
    static Phrase values(AuditRow row) {
        if (WHERE.contains(row.field())) {
            return Phrase.plain("");
        }
        return Phrase.of("history.values", value(row, row.old()), value(row, row.now()));
    }

    private static Phrase value(AuditRow row, String value) {
        if (value.isBlank()) {
            return Phrase.of("history.nothing");
        } else if (value.equals(Boolean.toString(true)) || value.equals(Boolean.toString(false))) {
            return Phrase.of("history." + value);
        } else if (row.field().equals(CharacterField.STATE.name())) {
            return Phrase.of(CharactersModel.stateKey(CharacterState.valueOf(value)));
        } else if (row.field().equals(AdapterField.TYPE.name())) {
            return Phrase.of("adapter-type." + value.toLowerCase(Locale.ROOT));
        }
        return Phrase.plain(
                row.field().equals(AuditRow.CONTENT) ? value.substring(0, HASH) + "…" : value);
    }

    /** The icon of a change. */
    static String icon(AuditRow row) {
        if (row.field().equals(AuditRow.PLACE)) {
            return row.now().startsWith(TRASH)
                    ? "trash-2"
                    : row.old().startsWith(TRASH) ? "rotate-ccw" : "plus";
        }
        return row.field().equals(AuditRow.FILE)
                ? "link"
                : row.field().equals(AdapterField.FAVOURITE.name()) ? "star" : "edit-2";
    }

    /** Whether it can be taken back: fields of things, and what came or went. */
    static boolean canBeTakenBack(AuditRow row) {
        boolean moved =
                row.field().equals(AuditRow.PLACE)
                        && !row.now().isEmpty()
                        && !row.now().equals(row.old());
        boolean file = row.field().equals(AuditRow.FILE) || row.field().equals(AuditRow.CARD);
        boolean written = file && !row.now().startsWith(TRASH);
        boolean index = row.field().equals(AuditRow.INDEX);
        return !row.undone() && (moved || written || index || isField(row.field()));
    }

    private static boolean isField(String field) {
        return Arrays.stream(CharacterField.values()).anyMatch(one -> one.name().equals(field))
                || Arrays.stream(ImageField.values()).anyMatch(one -> one.name().equals(field))
                || field.equals(AdapterField.CHARACTER.name());
    }

    private static String name(AuditRow row) {
        String item = row.item();
        return item.endsWith(ENDING) ? item.substring(0, item.length() - ENDING.length()) : item;
    }
}
