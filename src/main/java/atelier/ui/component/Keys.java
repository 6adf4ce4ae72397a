package atelier.ui.component;

import java.util.Map;
import javafx.scene.input.KeyCombination;

/**
 * The keys that do something.
 *
 * @param combination as JavaFX writes it, with {@code Shortcut} for Ctrl, or ⌘ on macOS: {@code
 *     Shortcut+K}
 */
public record Keys(String combination) {

    private static final Map<String, String> SIGNS =
            Map.of(
                    "Comma", ",",
                    "Period", ".",
                    "Enter", "⏎",
                    "Left", "←",
                    "Right", "→",
                    "Up", "↑",
                    "Down", "↓",
                    "Slash", "?");

    /** What a key event is matched with. */
    public KeyCombination matcher() {
        return KeyCombination.valueOf(combination);
    }

    /** Whether a text field would take them for typing: no Ctrl, Alt or function key is held. */
    public boolean typed() {
        return !combination.contains("Shortcut+")
                && !combination.contains("Alt+")
                && !combination.matches("F\\d+");
    }

    /** Whether a button that has the focus would take them for being pressed. */
    public boolean presses() {
        return combination.equals("Space");
    }

    /** Whether a text field has a use of its own for them: undo and redo of what was typed. */
    public boolean editsText() {
        return combination.equals("Shortcut+Z") || combination.equals("Shortcut+Shift+Z");
    }

    /**
     * As a key cap shows them.
     *
     * @param mac whether the keyboard has ⌘ in place of Ctrl
     */
    public String shown(boolean mac) {
        StringBuilder shown = new StringBuilder();
        for (String part : combination.split("\\+", -1)) {
            if (!shown.isEmpty()) {
                shown.append(' ');
            }
            shown.append(
                    part.equals("Shortcut") ? mac ? "⌘" : "Ctrl" : SIGNS.getOrDefault(part, part));
        }
        return shown.toString().replace("Shift ?", "?");
    }
}
