package atelier.ui.component;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What combo boxes show of their choices. */
public final class Choices {

    private Choices() {}

    /** Shows each choice by its name. */
    public static <T> void show(ComboBox<T> box, Function<T, String> name) {
        box.setConverter(
                new StringConverter<T>() {
                    @Override
                    public String toString(@Nullable T choice) {
                        return choice == null ? "" : name.apply(choice);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("Nothing is typed here.");
                    }
                });
    }
}
