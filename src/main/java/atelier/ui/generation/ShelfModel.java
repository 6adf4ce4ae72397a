package atelier.ui.generation;

import atelier.model.generation.AdapterUse;
import atelier.model.library.AdapterRecord;
import atelier.service.library.AdapterLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The adapters: those that are on come first. */
final class ShelfModel {

    private final List<ShelfAdapter> all = new ArrayList<>();
    private final ObservableList<ShelfAdapter> shown = FXCollections.observableArrayList();
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private Map<String, Double> wanted = Map.of();

    ShelfModel() {
        words.subscribe(_ -> show());
    }

    /** Shows what the library has; switches and strengths stay. */
    void fill(List<AdapterRecord> adapters) {
        Map<String, Double> on = all.isEmpty() ? wanted : new HashMap<>(strengths());
        all.clear();
        for (AdapterRecord adapter : adapters) {
            ShelfAdapter one = new ShelfAdapter(adapter);
            set(one, on.get(adapter.file()));
            one.on().subscribe((_, _) -> changed(true));
            one.strength().subscribe((_, _) -> changed(false));
            all.add(one);
        }
        changed(true);
    }

    private static void set(ShelfAdapter one, @Nullable Double strength) {
        if (strength != null) {
            one.strength().set(strength);
        }
        one.on().set(strength != null);
    }

    private void changed(boolean order) {
        if (order) {
            show();
        }
        changes.set(changes.get() + 1);
    }

    private void show() {
        shown.setAll(
                all.stream()
                        .filter(one -> one.matches(words.get().strip()))
                        .sorted(Comparator.comparing((ShelfAdapter one) -> !one.on().get()))
                        .toList());
    }

    /** Switches on those adapters, and the others off. */
    void take(Map<String, Double> strengths) {
        wanted = strengths;
        for (ShelfAdapter one : all) {
            set(one, strengths.get(one.adapter().file()));
        }
    }

    /** Switches one adapter on; the others stay as they are. */
    void switchOn(String file, double strength) {
        for (ShelfAdapter one : all) {
            if (one.adapter().file().equals(file)) {
                set(one, strength);
            }
        }
    }

    /** The strengths of those that are on, by their files. */
    SequencedMap<String, Double> strengths() {
        SequencedMap<String, Double> on = new LinkedHashMap<>();
        for (ShelfAdapter one : all) {
            if (one.on().get()) {
                on.put(one.adapter().file(), Math.round(one.strength().get() * 100) / 100.0);
            }
        }
        return on;
    }

    /** Those that are on, as orders name them. */
    List<AdapterUse> uses(AdapterLibrary library) {
        Map<String, Double> on = strengths();
        return all.stream()
                .filter(one -> one.on().get())
                .map(one ->
                        new AdapterUse(
                                library.path(one.adapter()),
                                on.getOrDefault(one.adapter().file(), ShelfAdapter.USUAL)))
                .toList();
    }

    /** The triggers of those that are on. */
    List<String> triggers() {
        return all.stream()
                .filter(one -> one.on().get() && !one.adapter().trigger().isBlank())
                .map(one -> one.adapter().trigger())
                .toList();
    }

    /** How many there are. */
    int count() {
        return all.size();
    }

    /** Those that the words find. */
    ObservableList<ShelfAdapter> shown() {
        return shown;
    }

    /** What is searched for. */
    StringProperty words() {
        return words;
    }

    /** Counts changes of switches and strengths. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
