package atelier.ui.library;

import atelier.model.library.AdapterFault;
import atelier.model.library.CharacterState;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** States as chips: an icon, a word and a colour. */
final class Chips {

    private Chips() {}

    /** Where a character is in its life. */
    static Label of(CharacterState state, Texts texts) {
        Label chip = new Label();
        show(chip, state, texts);
        return chip;
    }

    /** Lets a chip say where a character is in its life. */
    static void show(Label chip, CharacterState state, Texts texts) {
        switch (state) {
            case DRAFT -> dress(chip, "edit-2", "");
            case READY -> dress(chip, "check", "accent");
            case TRAINING -> dress(chip, "loader", "accent");
            case COMPLETED -> dress(chip, "check-circle", "good");
            case ERROR -> dress(chip, "alert-circle", "bad");
        }
        chip.setText(texts.say(CharactersModel.stateKey(state)));
    }

    /** Lets a chip say what an adapter lacks. */
    static void show(Label chip, AdapterFault fault, Texts texts) {
        switch (fault) {
            case NONE -> dress(chip, "check", "good");
            case NO_FILE -> dress(chip, "alert-circle", "bad");
            case NO_TRIGGER, SEVERAL_WORDS -> dress(chip, "alert-triangle", "warn");
        }
        chip.setText(
                texts.say(
                        "library.fault-"
                                + fault.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static void dress(Label chip, String icon, String tone) {
        chip.getStyleClass().setAll("chip", "still");
        if (!tone.isEmpty()) {
            chip.getStyleClass().add(tone);
        }
        chip.setGraphic(Icons.of(icon));
        chip.setMinWidth(Region.USE_PREF_SIZE);
    }
}
