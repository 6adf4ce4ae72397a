package atelier.ui.library;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Things that are shown, one of which is looked at: always one, as long as there are any.
 *
 * @param <T> what they are
 */
final class ShownThings<T> {

    private final Function<T, String> id;
    private final ObservableList<T> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable T> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();

    /**
     * @param id by which a thing is known after it was read again
     */
    ShownThings(Function<T, String> id) {
        this.id = id;
    }

    /** Shows these; the one looked at stays so if it is among them. */
    void show(List<T> now) {
        T before = chosen.get();
        show(now, before == null ? "" : id.apply(before));
    }

    /** Shows these and looks at one, or at the first if that is not among them. */
    void show(List<T> now, String wanted) {
        shown.setAll(now);
        chosen.set(
                shown.stream()
                        .filter(thing -> id.apply(thing).equals(wanted))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
        readings.set(readings.get() + 1);
    }

    /** Does something with the one looked at, if there is one. */
    void withChosen(Consumer<? super T> use) {
        T thing = chosen.get();
        if (thing != null) {
            use.accept(thing);
        }
    }

    /** All that are shown. */
    ObservableList<T> shown() {
        return shown;
    }

    /** The one looked at; null for none. */
    ObjectProperty<@Nullable T> chosen() {
        return chosen;
    }

    /** Counts the times that something else was shown. */
    ReadOnlyLongProperty readings() {
        return readings.getReadOnlyProperty();
    }
}
