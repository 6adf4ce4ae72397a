package atelier.ui.settings;

import atelier.model.settings.Look;
import atelier.ui.text.Language;
import atelier.ui.text.Texts;
import atelier.ui.theme.Theme;
import javafx.beans.property.ObjectProperty;

/** What the user chooses about the application; each choice counts at once. */
public final class SettingsModel {

    private final Texts texts;
    private final Theme theme;

    /** Chooses for those. */
    public SettingsModel(Texts texts, Theme theme) {
        this.texts = texts;
        this.theme = theme;
    }

    /** The language of the window. */
    ObjectProperty<Language> language() {
        return texts.language();
    }

    /** Dark or light. */
    ObjectProperty<Look> look() {
        return theme.look();
    }
}
