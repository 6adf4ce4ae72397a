package atelier.ui.library;

import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.ItemKind;
import atelier.ui.shell.Toast;
import atelier.ui.text.Phrase;
import atelier.ui.text.SearchWords;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The characters: which are shown, which one is chosen, and what is done to it. */
final class CharactersModel {

    private final LibraryWork work;
    private final Changes changes;
    private final ShownThings<CharacterItem> things =
            new ShownThings<>(item -> item.record().slug());
    private List<CharacterItem> all = List.of();
    private final BooleanProperty archived = new SimpleBooleanProperty();
    private SearchWords words = new SearchWords("");
    private String wanted = "";

    CharactersModel(LibraryWork work, Changes changes) {
        this.work = work;
        this.changes = changes;
        archived.subscribe((_, _) -> sift());
    }

    /** Shows what there is. */
    void fill(List<CharacterItem> items) {
        all = items;
        if (items.size() == count()) {
            archived.set(false);
        }
        sift();
    }

    /** Shows what has these words. */
    void find(SearchWords now) {
        words = now;
        sift();
    }

    private void sift() {
        all.stream()
                .filter(item -> item.record().slug().equals(wanted))
                .findFirst()
                .ifPresent(item -> archived.set(item.record().archived()));
        List<CharacterItem> found = found(archived.get());
        if (wanted.isEmpty()) {
            things.show(found);
        } else {
            things.show(found, wanted);
            things.withChosen(item -> wanted = item.record().slug().equals(wanted) ? "" : wanted);
        }
    }

    private List<CharacterItem> found(boolean inArchive) {
        return all.stream()
                .filter(item -> item.record().archived() == inArchive)
                .filter(this::isFound)
                .toList();
    }

    private boolean isFound(CharacterItem item) {
        CharacterRecord record = item.record();
        return words.areIn(record.tags(), record.name(), record.trigger(), record.note());
    }

    /** Begins a character and chooses it. */
    void create(String name) {
        changes.run(
                () -> work.create(name),
                made -> {
                    wanted = made.slug();
                    changes.tell(Toast.done(Phrase.of("library.made", made.name())));
                });
    }

    /** Chooses the character of that slug as soon as it is there. */
    void choose(String slug) {
        wanted = slug;
        sift();
    }

    /** Changes a field of the chosen character. */
    void set(CharacterField field, String value) {
        things.withChosen(item -> {
            CharacterRecord record = item.record();
            changes.set(
                    thing(record),
                    record.value(field),
                    value,
                    why -> work.library().characters().set(record.slug(), field, value, why));
        });
    }

    /** What the user may make of the chosen character; training and its ends come by themselves. */
    List<CharacterState> next() {
        CharacterItem item = things.chosen().get();
        return item == null
                ? List.of()
                : item.record().state().next().stream()
                        .filter(state ->
                                state == CharacterState.DRAFT || state == CharacterState.READY)
                        .filter(_ -> item.record().state() != CharacterState.TRAINING)
                        .sorted()
                        .toList();
    }

    /** Makes the chosen character a favourite, or takes that back. */
    void star() {
        things.withChosen(item ->
                set(CharacterField.FAVOURITE, Boolean.toString(!item.record().favourite())));
    }

    /** Puts the chosen character into the archive, or brings it back. */
    void archive() {
        things.withChosen(
                item -> set(CharacterField.ARCHIVED, Boolean.toString(!item.record().archived())));
    }

    /** How many of those in the archive are found. */
    int countArchived() {
        return found(true).size();
    }

    /** Whether those in the archive are shown in place of the others. */
    BooleanProperty archived() {
        return archived;
    }

    /** Moves the chosen character with its pictures to the trash. */
    void remove() {
        things.withChosen(item ->
                changes.remove(
                        thing(item.record()),
                        why -> work.library().characters().remove(item.record().slug(), why)));
    }

    private static Thing thing(CharacterRecord record) {
        return new Thing(ItemKind.CHARACTER, record.slug(), record.name());
    }

    /** The key of a state's name. */
    static String stateKey(CharacterState state) {
        return "training.state-" + state.name().toLowerCase(Locale.ROOT);
    }

    /** How many there are in all, but for archived ones. */
    int count() {
        return current().size();
    }

    /** Every character that is not archived. */
    List<CharacterItem> current() {
        return all.stream().filter(item -> !item.record().archived()).toList();
    }

    /** Those that the words find. */
    ShownThings<CharacterItem> things() {
        return things;
    }
}
