package atelier.ui.shell;

import atelier.ui.component.Keys;
import atelier.ui.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can have done by its name or by keys.
 *
 * @param group under which the palette lists it
 * @param icon its icon's name
 * @param title what it does
 * @param detail what else to know; null for nothing
 * @param keys that do it; null for none
 * @param action what is done, on the window's thread
 */
public record Command(
        Group group,
        String icon,
        Phrase title,
        @Nullable Phrase detail,
        @Nullable Keys keys,
        Runnable action) {

    /** What commands are about, in the order of the palette. */
    public enum Group {
        /** Something to do. */
        ACTIONS,
        /** A character or adapter to open. */
        CHARACTERS,
        /** A picture to open. */
        PICTURES,
        /** Something about the application itself. */
        SETTINGS
    }

    /** An action without more words. */
    public static Command action(
            String icon, Phrase title, @Nullable String keys, Runnable action) {
        return new Command(
                Group.ACTIONS, icon, title, null, keys == null ? null : new Keys(keys), action);
    }
}
