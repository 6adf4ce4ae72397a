package atelier.ui.component;

import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Puts words where they can be pasted from. */
public final class CopyButton {

    private CopyButton() {}

    /**
     * A button that does so.
     *
     * @param id of the button
     * @param words asked for when it is pressed
     */
    public static Button of(Texts texts, String id, Supplier<String> words) {
        Button button = new Button("", Icons.of("copy"));
        button.setId(id);
        button.getStyleClass().add("small");
        button.textProperty().bind(texts.follow(Phrase.of("settings.copy")));
        button.setOnAction(_ ->
                Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, words.get())));
        return button;
    }
}
