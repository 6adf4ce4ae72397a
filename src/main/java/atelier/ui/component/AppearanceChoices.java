package atelier.ui.component;

import atelier.model.settings.Look;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;

/** The choices of how the window speaks and looks, as settings and first steps offer them. */
public final class AppearanceChoices {

    private AppearanceChoices() {}

    /**
     * Offers every language by its own name.
     *
     * @param prefix of the buttons' ids
     */
    public static void languages(
            Segments to, String prefix, Texts texts, Property<Language> chosen) {
        for (Language language : Language.values()) {
            to.add(
                    prefix + "language-" + language.locale().getLanguage(),
                    texts.follow(Phrase.plain(language.ownName())),
                    "",
                    language,
                    chosen);
        }
    }

    /**
     * Offers looks.
     *
     * @param prefix of the buttons' ids
     * @param named whether their names stand beside their icons; else only a screen reader tells
     *     them
     */
    public static void looks(
            Segments to,
            String prefix,
            List<Look> looks,
            boolean named,
            Texts texts,
            Property<Look> chosen) {
        for (Look look : looks) {
            String name = look.name().toLowerCase(Locale.ROOT);
            Phrase words = Phrase.of("settings.look-" + name);
            ToggleButton button =
                    to.add(
                            prefix + "look-" + name,
                            texts.follow(named ? words : Phrase.plain("")),
                            icon(look),
                            look,
                            chosen);
            if (!named) {
                button.accessibleTextProperty().bind(texts.follow(words));
            }
        }
    }

    private static String icon(Look look) {
        return switch (look) {
            case DARK -> "moon";
            case LIGHT -> "sun";
            case SYSTEM -> "";
        };
    }
}
