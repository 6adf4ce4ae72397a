package atelier.ui.component;

import java.util.Locale;
import javafx.scene.control.Label;

/** Shows which keys do something. */
public final class KeyCap extends Label {

    private static final boolean MAC =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");

    /** Without keys; {@link #setKeys} gives them. */
    public KeyCap() {
        getStyleClass().add("key");
        setMinWidth(USE_PREF_SIZE);
        // A screen reader tells the keys with what they do.
        setFocusTraversable(false);
    }

    /** For those keys. */
    public static KeyCap of(Keys keys) {
        KeyCap cap = new KeyCap();
        cap.setKeys(keys.combination());
        return cap;
    }

    /** The keys as {@link Keys#combination} has them. */
    public void setKeys(String combination) {
        setText(text(new Keys(combination)));
    }

    /** The same. */
    public String getKeys() {
        return getText();
    }

    /** The keys as this machine's keyboard has them. */
    public static String text(Keys keys) {
        return keys.shown(MAC);
    }
}
