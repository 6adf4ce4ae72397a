package atelier.ui.review;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Something that can be taken into a comparison, or left out.
 *
 * @param <T> what it is
 * @param value what it is
 * @param name what it is called
 * @param count how many values of the axis it stands for
 * @param on whether it is taken
 */
record Pick<T>(T value, String name, int count, BooleanProperty on) {

    Pick(T value, String name, int count, boolean on) {
        this(value, name, count, new SimpleBooleanProperty(on));
    }
}
