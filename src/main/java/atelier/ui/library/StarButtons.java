package atelier.ui.library;

import atelier.model.library.ImageMarks;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** What an image is worth: one to five stars; the last one again takes them back. */
public final class StarButtons extends HBox {

    private int shown;

    /** Empty; {@link #begin} gives it words. */
    public StarButtons() {
        super(2);
    }

    /**
     * Gives it words.
     *
     * @param rate gets the stars, 0 for none
     */
    void begin(Texts texts, IntConsumer rate) {
        for (int stars = 1; stars <= ImageMarks.MOST_STARS; stars++) {
            int mine = stars;
            ToggleButton button = new ToggleButton("", Icons.of("star"));
            button.setId("image-stars-" + stars);
            button.getStyleClass().add("star");
            button.accessibleTextProperty().bind(texts.follow(Phrase.of("library.stars", stars)));
            button.setOnAction(_ -> {
                int now = mine == shown ? 0 : mine;
                show(now);
                rate.accept(now);
            });
            getChildren().add(button);
        }
    }

    /** Shows so many, 0 to 5. */
    void show(int stars) {
        shown = stars;
        for (int i = 0; i < getChildren().size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(i < stars);
        }
    }
}
