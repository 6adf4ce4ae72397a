package atelier.ui.settings;

import atelier.model.settings.Look;
import atelier.ui.text.Language;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;

/**
 * How the window looks and speaks; each change counts at once.
 *
 * @param language of the window
 * @param look dark or light
 * @param scale how large everything is to be, in percent
 * @param shownScale how large it is, as far as the window has room: 1 for 100 percent
 */
public record Dress(
        ObjectProperty<Language> language,
        ObjectProperty<Look> look,
        ObjectProperty<Integer> scale,
        ReadOnlyDoubleProperty shownScale) {}
