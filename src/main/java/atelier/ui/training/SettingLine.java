package atelier.ui.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a plan as it is shown.
 *
 * @param name as it is set
 * @param value what it is now, or what was typed where that is none
 * @param usual what it is where the user sets nothing
 * @param values that it can have, in words
 * @param choices the words, where it can have nothing else; else none
 * @param meaning what it does
 * @param error why what was typed is no value, in one sentence; null where it is one
 */
public record SettingLine(
        String name,
        String value,
        String usual,
        String values,
        List<String> choices,
        String meaning,
        @Nullable String error) {

    /** Copies the list. */
    public SettingLine {
        choices = List.copyOf(choices);
    }

    /** Whether the user set it. */
    public boolean isOwn() {
        return error != null || !value.equals(usual);
    }

    /** Whether it is switched on and off. */
    public boolean isSwitch() {
        return choices.equals(List.of("true", "false"));
    }
}
