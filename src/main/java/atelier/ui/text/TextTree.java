package atelier.ui.text;

import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * The messages without gaps as nested maps, so that a layout file can bind to one by its key:
 * {@code ${texts.dataset.add}}.
 */
final class TextTree {

    private final ObservableMap<String, Object> root = FXCollections.observableHashMap();

    /** Where layout files find it. */
    ObservableMap<String, Object> root() {
        return root;
    }

    /** Puts the messages of another language in place of those there; what is bound follows. */
    void fill(Map<String, String> messages) {
        messages.forEach(this::put);
    }

    private void put(String key, String message) {
        ObservableMap<String, Object> branch = root;
        String[] path = key.split("\\.", -1);
        for (int i = 0; i < path.length - 1; i++) {
            branch = branch(branch, path[i], key);
        }
        if (branch.put(path[path.length - 1], message) instanceof ObservableMap) {
            throw new IllegalStateException("The key " + key + " is the beginning of another");
        }
    }

    private static ObservableMap<String, Object> branch(
            ObservableMap<String, Object> parent, String name, String key) {
        Object found = parent.computeIfAbsent(name, _ -> FXCollections.observableHashMap());
        if (found instanceof ObservableMap<?, ?> map) {
            @SuppressWarnings("unchecked") // only this class fills them
            ObservableMap<String, Object> branch = (ObservableMap<String, Object>) map;
            return branch;
        }
        throw new IllegalStateException("The beginning of the key " + key + " is a key itself");
    }
}
