package atelier.ui.library;

import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.ItemKind;
import atelier.ui.text.SearchWords;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The adapters: which are shown, which one is chosen, and what is done to it. */
final class AdaptersModel {

    private final LibraryWork work;
    private final Changes changes;
    private final ShownThings<AdapterItem> things = new ShownThings<>(item -> item.record().file());
    private final ObjectProperty<AdapterFilter> filter =
            new SimpleObjectProperty<>(AdapterFilter.ALL);
    private List<AdapterItem> all = List.of();

    /** Those that have the words, of which the filters take some: found once for all filters. */
    private List<AdapterItem> found = List.of();

    private SearchWords words = new SearchWords("");

    AdaptersModel(LibraryWork work, Changes changes) {
        this.work = work;
        this.changes = changes;
        filter.subscribe((_, _) -> sift());
    }

    /** Shows what there is. */
    void fill(List<AdapterItem> items) {
        all = items;
        search();
        if (items.size() == count() && filter.get() == AdapterFilter.ARCHIVED) {
            filter.set(AdapterFilter.ALL);
        }
        sift();
    }

    /** Shows what has these words. */
    void find(SearchWords now) {
        words = now;
        search();
        sift();
    }

    private void sift() {
        things.show(found.stream().filter(filter.get()::takes).toList());
    }

    private void search() {
        found = all.stream().filter(this::isFound).toList();
    }

    private boolean isFound(AdapterItem item) {
        AdapterRecord record = item.record();
        return words.areIn(
                record.tags(), record.name(), record.trigger(), record.file(), record.character());
    }

    /** How many of those found a filter takes. */
    int count(AdapterFilter wanted) {
        return (int) found.stream().filter(wanted::takes).count();
    }

    /** Chooses the adapter of that file, whatever the filter. */
    void choose(String file) {
        all.stream()
                .filter(item -> item.record().file().equals(file))
                .findFirst()
                .ifPresent(item -> {
                    if (!things.shown().contains(item)) {
                        filter.set(
                                item.record().archived()
                                        ? AdapterFilter.ARCHIVED
                                        : AdapterFilter.ALL);
                    }
                    things.chosen().set(item);
                });
    }

    /** The adapters that were trained on a character. */
    List<AdapterItem> of(String character) {
        return all.stream().filter(item -> item.record().character().equals(character)).toList();
    }

    /** Changes a field of the chosen adapter. */
    void set(AdapterField field, String value) {
        things.withChosen(item -> {
            AdapterRecord record = item.record();
            changes.set(
                    thing(record),
                    record.value(field),
                    value,
                    why -> work.library().adapters().set(record.file(), field, value, why));
        });
    }

    /** Makes the chosen adapter a favourite, or takes that back. */
    void star() {
        things.withChosen(
                item -> set(AdapterField.FAVOURITE, Boolean.toString(!item.record().favourite())));
    }

    /** Puts the chosen adapter into the archive, or brings it back. */
    void archive() {
        things.withChosen(
                item -> set(AdapterField.ARCHIVED, Boolean.toString(!item.record().archived())));
    }

    /** Moves the chosen adapter to the trash. */
    void remove() {
        things.withChosen(item ->
                changes.remove(
                        thing(item.record()),
                        why -> work.library().adapters().remove(item.record().file(), why)));
    }

    private static Thing thing(AdapterRecord record) {
        return new Thing(ItemKind.ADAPTER, record.file(), record.name());
    }

    /** How many there are in all, but for archived ones. */
    int count() {
        return (int) all.stream().filter(item -> !item.record().archived()).count();
    }

    /** Those that the words find and the filter takes. */
    ShownThings<AdapterItem> things() {
        return things;
    }

    /** Which are shown. */
    ObjectProperty<AdapterFilter> filter() {
        return filter;
    }
}
