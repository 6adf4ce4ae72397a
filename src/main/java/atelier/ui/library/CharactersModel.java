package atelier.ui.library;

import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.ItemKind;
import atelier.ui.shell.Toast;
import atelier.ui.text.Phrase;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The characters: which are shown, which one is chosen, and what is done to it. */
final class CharactersModel {

    private static final String WHY = "in the library";

    private final LibraryWork work;
    private final Changes changes;
    private final ObservableList<CharacterItem> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CharacterItem> chosen = new SimpleObjectProperty<>();
    private List<CharacterItem> all = List.of();
    private SearchWords words = new SearchWords("");
    private String wanted = "";

    CharactersModel(LibraryWork work, Changes changes) {
        this.work = work;
        this.changes = changes;
    }

    /** Shows what there is. */
    void fill(List<CharacterItem> items) {
        all = items;
        sift();
    }

    /** Shows what has these words. */
    void find(SearchWords now) {
        words = now;
        sift();
    }

    private void sift() {
        CharacterItem before = chosen.get();
        String slug = !wanted.isEmpty() || before == null ? wanted : before.record().slug();
        shown.setAll(all.stream().filter(this::isFound).toList());
        chosen.set(
                shown.stream()
                        .filter(item -> item.record().slug().equals(slug))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
        CharacterItem now = chosen.get();
        if (now != null && now.record().slug().equals(wanted)) {
            wanted = "";
        }
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
        CharacterItem item = chosen.get();
        if (item == null || item.record().value(field).equals(value)) {
            return;
        }
        String slug = item.record().slug();
        changes.make(
                Phrase.of("library.changed", item.record().name()),
                ItemKind.CHARACTER,
                slug,
                () -> work.library().characters().set(slug, field, value, WHY));
    }

    /** What the user may make of the chosen character; training and its ends come by themselves. */
    List<CharacterState> next() {
        CharacterItem item = chosen.get();
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
        CharacterItem item = chosen.get();
        if (item != null) {
            set(CharacterField.FAVOURITE, Boolean.toString(!item.record().favourite()));
        }
    }

    /** Moves the chosen character with its pictures to the trash. */
    void remove() {
        CharacterItem item = chosen.get();
        if (item == null) {
            return;
        }
        String slug = item.record().slug();
        changes.make(
                Phrase.of("library.removed", item.record().name()),
                ItemKind.CHARACTER,
                slug,
                () -> work.library().characters().remove(slug, WHY));
    }

    /** The key of a state's name. */
    static String stateKey(CharacterState state) {
        return "training.state-" + state.name().toLowerCase(Locale.ROOT);
    }

    /** How many there are in all. */
    int count() {
        return all.size();
    }

    /** Every character there is. */
    List<CharacterItem> all() {
        return all;
    }

    /** Those that the words find. */
    ObservableList<CharacterItem> shown() {
        return shown;
    }

    /** The one looked at; null for none. */
    ObjectProperty<@Nullable CharacterItem> chosen() {
        return chosen;
    }
}
