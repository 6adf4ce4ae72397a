package atelier.ui.settings;

import atelier.model.settings.Look;
import atelier.ui.component.Segments;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.Locale;
import javafx.fxml.FXML;

/** The settings panel. */
public final class SettingsController {

    private final SettingsModel model;
    private final Texts texts;

    @FXML private Segments languages;
    @FXML private Segments looks;

    /** Shows and changes what that model holds. */
    public SettingsController(SettingsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        for (Language language : Language.values()) {
            languages.add(
                    "language-" + language.locale().getLanguage(),
                    texts.follow(Phrase.plain(language.ownName())),
                    "",
                    language,
                    model.language());
        }
        for (Look look : Look.values()) {
            String name = look.name().toLowerCase(Locale.ROOT);
            looks.add(
                    "look-" + name,
                    texts.follow(Phrase.of("settings.look-" + name)),
                    icon(look),
                    look,
                    model.look());
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
