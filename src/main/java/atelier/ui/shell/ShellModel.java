package atelier.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/** Where the user is, and what the rail tells of each place. */
public final class ShellModel {

    private final ReadOnlyObjectWrapper<Place> place;
    private final ObservableSet<Place> working = FXCollections.observableSet();
    private final ObservableMap<Place, Integer> findings = FXCollections.observableHashMap();

    /**
     * @param first where to begin
     */
    public ShellModel(Place first) {
        this.place = new ReadOnlyObjectWrapper<>(first);
    }

    /** Where the user is. */
    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** Goes to a place. */
    public void go(Place there) {
        place.set(there);
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
