package atelier.ui.shell;

import atelier.ui.component.Keys;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where one can be in the window. */
public enum Place {
    /** Pictures and captions to train on. */
    DATASET("image", "Shortcut+1"),
    /** Training runs. */
    TRAINING("trending-up", "Shortcut+2"),
    /** Making images. */
    GENERATION("zap", "Shortcut+3"),
    /** Mending faces, enlarging. */
    RESTORATION("smile", "Shortcut+4"),
    /** Comparing and choosing. */
    REVIEW("columns", "Shortcut+5"),
    /** Everything that was made. */
    LIBRARY("archive", "Shortcut+6"),
    /** The application itself. */
    SETTINGS("settings", "Shortcut+Comma"),
    /** The first minute. */
    FIRST_STEPS("play-circle", "");

    private final String icon;
    private final String combination;

    Place(String icon, String combination) {
        this.icon = icon;
        this.combination = combination;
    }

    /** The six stages of the work, in their order. */
    public static List<Place> stages() {
        return List.of(DATASET, TRAINING, GENERATION, RESTORATION, REVIEW, LIBRARY);
    }

    /** The icon's name. */
    public String icon() {
        return icon;
    }

    /** The keys that lead there, if any do. */
    public @Nullable Keys keys() {
        return combination.isEmpty() ? null : new Keys(combination);
    }

    /** The key of its name's message. */
    public String nameKey() {
        return "rail." + id();
    }

    /** What it is called in style sheets, tests and commands: {@code first-steps}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
