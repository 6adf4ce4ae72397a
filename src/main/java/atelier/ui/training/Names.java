package atelier.ui.training;

import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How what is chosen among is called, in the language chosen. */
final class Names {

    private Names() {}

    /** Lets a choice show its values by that phrase of each. */
    static <T> void choice(ComboBox<T> choice, Texts texts, Function<T, Phrase> phrase) {
        texts.language()
                .subscribe(_ ->
                        choice.setConverter(
                                new StringConverter<>() {
                                    @Override
                                    public String toString(@Nullable T value) {
                                        return value == null ? "" : texts.say(phrase.apply(value));
                                    }

                                    @Override
                                    public @Nullable T fromString(String words) {
                                        return choice.getItems().stream()
                                                .filter(value -> toString(value).equals(words))
                                                .findFirst()
                                                .orElse(null);
                                    }
                                }));
    }
}
