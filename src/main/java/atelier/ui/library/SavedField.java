package atelier.ui.library;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field that hands on what was typed when it is left, or Enter is pressed in a line of text. */
final class SavedField {

    private final TextInputControl field;
    private Consumer<String> save = _ -> {};
    private String known = "";

    SavedField(TextInputControl field) {
        this.field = field;
    }

    /**
     * Begins to save.
     *
     * @param then gets what was typed, where that is something else than what was shown
     */
    void watch(Consumer<String> then) {
        save = then;
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        commit();
                    }
                });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && field instanceof TextField) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(known)) {
            field.setText(known);
            event.consume();
        }
    }

    private void commit() {
        String typed = field.getText().strip();
        if (!typed.equals(known)) {
            known = typed;
            save.accept(typed);
        }
    }

    /** Shows a value; what is being typed stays. */
    void show(String value) {
        if (!field.isFocused() || field.getText().equals(known)) {
            field.setText(value);
        }
        known = value;
    }
}
