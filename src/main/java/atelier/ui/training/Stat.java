package atelier.ui.training;

import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A number with what it is above it and what else there is to say below. */
final class Stat extends VBox {

    private final Texts texts;
    private final Label number = new Label();
    private final Label detail = new Label();

    /**
     * @param name what it is
     */
    Stat(String id, Texts texts, Phrase name) {
        this.texts = texts;
        setId(id);
        getStyleClass().addAll("card", "stat");
        Label label = new Label();
        label.textProperty().bind(texts.follow(name));
        label.getStyleClass().addAll("quiet", "small-text");
        number.getStyleClass().add("number");
        detail.getStyleClass().addAll("quiet", "small-text");
        setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(label, number, detail);
        setAccessibleText(texts.say(name));
    }

    /** Shows a number. */
    void show(Phrase value, Phrase more) {
        number.setText(texts.say(value));
        detail.setText(texts.say(more));
    }

    /** Shows that there is none yet. */
    void none() {
        show(Phrase.of("training.stat-none"), Phrase.of("training.stat-later"));
    }
}
