package atelier.ui.shell;

import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/** Where the user is, and what the rail tells of each place. */
public final class ShellModel {

    private final Predicate<Place> exists;
    private final ReadOnlyObjectWrapper<Place> place;
    private final ObservableSet<Place> working = FXCollections.observableSet();
    private final ObservableMap<Place, Integer> findings = FXCollections.observableHashMap();

    /**
     * @param exists which places have a panel
     * @param first where to begin
     */
    public ShellModel(Predicate<Place> exists, Place first) {
        this.exists = exists;
        this.place = new ReadOnlyObjectWrapper<>(first);
    }

    /** Where the user is. */
    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** Whether one can go there. */
    public boolean exists(Place there) {
        return exists.test(there);
    }

    /** Goes to a place, if there is a panel. */
    public void go(Place there) {
        if (exists(there)) {
            place.set(there);
        }
    }

    /** Stages whose work runs now. */
    public ObservableSet<Place> working() {
        return working;
    }

    /** How many findings there are to decide, where there are some. */
    public ObservableMap<Place, Integer> findings() {
        return findings;
    }
}
