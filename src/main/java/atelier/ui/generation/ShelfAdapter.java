package atelier.ui.generation;

import atelier.model.library.AdapterRecord;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** An adapter on the shelf, with its switch and its strength. */
final class ShelfAdapter {

    /** What a fresh one stands at. */
    static final double USUAL = 0.8;

    private final AdapterRecord adapter;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final DoubleProperty strength = new SimpleDoubleProperty(USUAL);

    ShelfAdapter(AdapterRecord adapter) {
        this.adapter = adapter;
    }

    /** What the library knows of it. */
    AdapterRecord adapter() {
        return adapter;
    }

    /** Whether it acts. */
    BooleanProperty on() {
        return on;
    }

    /** How strongly, with two decimals. */
    DoubleProperty strength() {
        return strength;
    }

    /** Whether all words stand in its name, trigger or tags. */
    boolean matches(String words) {
        String all =
                String.join(
                                "\n",
                                adapter.name(),
                                adapter.trigger(),
                                String.join("\n", adapter.tags()))
                        .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
