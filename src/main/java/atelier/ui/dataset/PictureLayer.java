package atelier.ui.dataset;

import atelier.ui.text.Phrase;
import java.util.Locale;

/** What is seen over the chosen picture, beside what training takes of it. */
public enum PictureLayer {
    /** Nothing else. */
    CROP("crop", "dataset.layer-crop", "dataset.look-crop"),
    /** Where its subject is. */
    MASK("user", "dataset.layer-mask", "dataset.look-mask"),
    /** Its faces. */
    FACES("smile", "dataset.layer-faces", "dataset.look-faces");

    private final String icon;
    private final String title;
    private final String command;

    /**
     * @param title key of its name
     * @param command key of what looking at it is called
     */
    PictureLayer(String icon, String title, String command) {
        this.icon = icon;
        this.title = title;
        this.command = command;
    }

    /** Its icon's name. */
    String icon() {
        return icon;
    }

    /** What it is called. */
    Phrase title() {
        return Phrase.of(title);
    }

    /** What looking at it is called. */
    Phrase command() {
        return Phrase.of(command);
    }

    /** What it is called in tests. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
