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
 * @param button what can be done about it; null for nothing
 * @param stays whether it stays until it is closed or another comes
 */
public record Toast(
        String icon,
        Tone tone,
        Phrase text,
        @Nullable Phrase detail,
        @Nullable ToastButton button,
        boolean stays) {

    /** One that stays only where it tells of a failure. */
    public Toast(
            String icon,
            Tone tone,
            Phrase text,
            @Nullable Phrase detail,
            @Nullable ToastButton button) {
        this(icon, tone, text, detail, button, tone == Tone.DANGER);
    }

    /** Something was done and cannot be taken back. */
    public static Toast done(Phrase text) {
        return new Toast("check-circle", Tone.GOOD, text, null, null);
    }

    /** Something was done and can be taken back. */
    public static Toast undoable(Phrase text, Runnable undo) {
        return new Toast("check-circle", Tone.GOOD, text, null, ToastButton.undo(undo));
    }

    /** Something went wrong. */
    public static Toast failed(Phrase text, @Nullable Phrase detail) {
        return new Toast("alert-circle", Tone.DANGER, text, detail, null);
    }

    /** A service could not do what was asked, and says why. */
    public static Toast failed(Exception failure) {
        return failed(Phrase.why(failure), null);
    }

    /** Something waits for the user, who may go on with it by the button. */
    public static Toast offer(Phrase text, Phrase detail, ToastButton button) {
        return new Toast("pause-circle", Tone.WARNING, text, detail, button, true);
    }

    /** Whether it tells of a failure, which nothing pushes aside. */
    public boolean isFailure() {
        return tone == Tone.DANGER;
    }
}
