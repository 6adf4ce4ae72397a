package atelier.ui.library;

import atelier.ui.work.Drafts;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field that hands on what was typed when it is left, or Enter is pressed in a line of text. What
 * was typed is a draft until it is shown as saved, so that it is there again where it could not be.
 */
final class SavedField {

    private final TextInputControl field;
    private final Drafts drafts;
    private final String name;
    private Consumer<String> save = _ -> {};
    private String thing = "";
    private String known = "";
    private String sent = "";

    /**
     * @param name that tells the field from all others
     */
    SavedField(TextInputControl field, Drafts drafts, String name) {
        this.field = field;
        this.drafts = drafts;
        this.name = name;
    }

    /**
     * Begins to save.
     *
     * @param then gets what was typed, where that is something else than what was shown
     */
    void watch(Consumer<String> then) {
        save = then;
        field.textProperty().subscribe((_, _) -> typed());
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    // Whatever could not be saved is tried again.
                    sent = known;
                    if (!focused) {
                        commit();
                    }
                });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void typed() {
        if (field.isFocused()) {
            drafts.keep(draft(), text().equals(known) ? "" : text());
        }
    }

    private String draft() {
        return name + '.' + thing;
    }

    private String text() {
        return field.getText().strip();
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
        if (!text().equals(known) && !text().equals(sent)) {
            sent = text();
            save.accept(sent);
        }
    }

    /**
     * Shows a value; what is being typed stays.
     *
     * @param of the thing whose value it is
     */
    void show(String of, String value) {
        boolean typing = field.isFocused() && of.equals(thing) && !text().equals(known);
        thing = of;
        known = value;
        sent = value;
        String begun = drafts.of(draft());
        if (begun.equals(value)) {
            drafts.keep(draft(), "");
        }
        String shown = begun.isEmpty() ? value : begun;
        if (!typing && !field.getText().equals(shown)) {
            field.setText(shown);
        }
    }
}
