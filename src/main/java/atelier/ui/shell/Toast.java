package atelier.ui.shell;

import atelier.ui.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A short word on what was just done, at the foot of the panel.
 *
 * @param icon its icon's name
 * @param tone of the icon
 * @param text what happened
 * @param detail a second, quiet line; null for none
 * @param undo takes it back; null where that cannot be
 */
public record Toast(
        String icon, Tone tone, Phrase text, @Nullable Phrase detail, @Nullable Runnable undo) {

    /** Something was done and cannot be taken back. */
    public static Toast done(Phrase text) {
        return new Toast("check-circle", Tone.GOOD, text, null, null);
    }

    /** Something was done and can be taken back. */
    public static Toast undoable(Phrase text, Runnable undo) {
        return new Toast("check-circle", Tone.GOOD, text, null, undo);
    }

    /** Something went wrong. */
    public static Toast failed(Phrase text, @Nullable Phrase detail) {
        return new Toast("alert-circle", Tone.DANGER, text, detail, null);
    }

    /** Whether it stays until it is closed, as failures do. */
    public boolean stays() {
        return tone == Tone.DANGER;
    }
}
