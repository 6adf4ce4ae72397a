package atelier.ui.component;

import atelier.ui.theme.Icons;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice of one among few, side by side; arrow keys move through it. */
public final class Segments extends HBox {

    private final ToggleGroup group = new ToggleGroup();

    /** Without choices. */
    public Segments() {
        getStyleClass().add("segments");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    // Pressing the chosen one again would leave none.
                    if (now == null && before != null) {
                        before.setSelected(true);
                    }
                });
    }

    /**
     * Adds a choice.
     *
     * @param id of the button, for style sheets and tests
     * @param words on the button
     * @param icon before the words; empty for none
     * @param value what is chosen by it
     * @param chosen holds the choice
     */
    public <T> ToggleButton add(
            String id, ObservableValue<String> words, String icon, T value, Property<T> chosen) {
        ToggleButton button = new ToggleButton();
        button.setId(id);
        button.getStyleClass().add("segment");
        button.textProperty().bind(words);
        button.setMinWidth(USE_PREF_SIZE);
        if (!icon.isEmpty()) {
            button.setGraphic(Icons.of(icon));
        }
        button.setToggleGroup(group);
        // The group takes the others back, so that none of them is ever the last to be.
        chosen.subscribe(now -> {
            if (value.equals(now)) {
                button.setSelected(true);
            }
        });
        button.selectedProperty().subscribe(whenOn(() -> chosen.setValue(value)));
        getChildren().add(button);
        return button;
    }

    private static Consumer<Boolean> whenOn(Runnable action) {
        return on -> {
            if (on) {
                action.run();
            }
        };
    }
}
