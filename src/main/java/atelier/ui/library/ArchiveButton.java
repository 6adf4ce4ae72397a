package atelier.ui.library;

import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** The button that puts a thing into the archive, or brings it back. */
final class ArchiveButton {

    private ArchiveButton() {}

    /**
     * Shows what it would do.
     *
     * @param archived whether the thing is in the archive
     */
    static void show(Button button, boolean archived, Texts texts) {
        String words = texts.say(archived ? "library.unarchive" : "library.archive");
        button.setGraphic(Icons.of(archived ? "corner-up-left" : "archive", Icons.SMALL));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
    }
}
