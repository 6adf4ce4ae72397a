package atelier.ui.component;

import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** A chip that chooses one of several filters; pressed again, it stays chosen. */
public final class FilterChip {

    private FilterChip() {}

    /**
     * The chip of one filter. It takes no room while it is not visible; what it says is its owner's
     * to set.
     *
     * @param id for style sheets and tests
     * @param filter that it chooses
     * @param chosen the filter in use
     */
    public static <T> ToggleButton of(String id, T filter, Property<T> chosen) {
        ToggleButton chip = new ToggleButton();
        chip.setId(id);
        chip.getStyleClass().setAll("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.managedProperty().bind(chip.visibleProperty());
        chip.setOnAction(_ -> {
            chosen.setValue(filter);
            chip.setSelected(true);
        });
        chosen.subscribe(now -> chip.setSelected(filter.equals(now)));
        return chip;
    }
}
