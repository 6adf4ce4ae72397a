package atelier.ui.library;

import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.ItemKind;
import atelier.ui.text.Phrase;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The adapters: which are shown, which one is chosen, and what is done to it. */
final class AdaptersModel {

    private static final String WHY = "in the library";

    private final LibraryWork work;
    private final Changes changes;
    private final ObservableList<AdapterItem> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable AdapterItem> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<AdapterFilter> filter =
            new SimpleObjectProperty<>(AdapterFilter.ALL);
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
    private List<AdapterItem> all = List.of();
    private SearchWords words = new SearchWords("");

    AdaptersModel(LibraryWork work, Changes changes) {
        this.work = work;
        this.changes = changes;
        filter.subscribe((_, _) -> sift());
    }

    /** Shows what there is. */
    void fill(List<AdapterItem> items) {
        all = items;
        sift();
    }

    /** Shows what has these words. */
    void find(SearchWords now) {
        words = now;
        sift();
    }

    private void sift() {
        AdapterItem before = chosen.get();
        shown.setAll(found(filter.get()));
        chosen.set(
                shown.stream()
                        .filter(item ->
                                before != null
                                        && item.record().file().equals(before.record().file()))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
        readings.set(readings.get() + 1);
    }

    private List<AdapterItem> found(AdapterFilter wanted) {
        return all.stream().filter(wanted::takes).filter(this::isFound).toList();
    }

    private boolean isFound(AdapterItem item) {
        AdapterRecord record = item.record();
        return words.areIn(
                record.tags(), record.name(), record.trigger(), record.file(), record.character());
    }

    /** How many of those found a filter takes. */
    int count(AdapterFilter wanted) {
        return found(wanted).size();
    }

    /** Chooses the adapter of that file, whatever the filter. */
    void choose(String file) {
        all.stream()
                .filter(item -> item.record().file().equals(file))
                .findFirst()
                .ifPresent(item -> {
                    if (!shown.contains(item)) {
                        filter.set(AdapterFilter.ALL);
                    }
                    chosen.set(item);
                });
    }

    /** The adapters that were trained on a character. */
    List<AdapterItem> of(String character) {
        return all.stream().filter(item -> item.record().character().equals(character)).toList();
    }

    /** Changes a field of the chosen adapter. */
    void set(AdapterField field, String value) {
        AdapterItem item = chosen.get();
        if (item == null || item.record().value(field).equals(value)) {
            return;
        }
        String file = item.record().file();
        changes.make(
                Phrase.of("library.changed", item.record().name()),
                ItemKind.ADAPTER,
                file,
                () -> work.library().adapters().set(file, field, value, WHY));
    }

    /** Makes the chosen adapter a favourite, or takes that back. */
    void star() {
        AdapterItem item = chosen.get();
        if (item != null) {
            set(AdapterField.FAVOURITE, Boolean.toString(!item.record().favourite()));
        }
    }

    /** Moves the chosen adapter to the trash. */
    void remove() {
        AdapterItem item = chosen.get();
        if (item == null) {
            return;
        }
        String file = item.record().file();
        changes.make(
                Phrase.of("library.removed", item.record().name()),
                ItemKind.ADAPTER,
                file,
                () -> work.library().adapters().remove(file, WHY));
    }

    /** How many there are in all. */
    int count() {
        return all.size();
    }

    /** Those that the words find and the filter takes. */
    ObservableList<AdapterItem> shown() {
        return shown;
    }

    /** The one looked at; null for none. */
    ObjectProperty<@Nullable AdapterItem> chosen() {
        return chosen;
    }

    /** Which are shown. */
    ObjectProperty<AdapterFilter> filter() {
        return filter;
    }

    /** Counts the times that something else was found or shown. */
    ReadOnlyLongProperty readings() {
        return readings.getReadOnlyProperty();
    }
}
