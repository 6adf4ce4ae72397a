package atelier.ui.shell;

import atelier.ui.text.Phrase;

/**
 * What can be done about what a toast tells of.
 *
 * @param words on the button
 * @param action what it does, on the window's thread
 */
public record ToastButton(Phrase words, Runnable action) {

    /** Takes back what was done. */
    public static ToastButton undo(Runnable action) {
        return new ToastButton(Phrase.of("common.undo"), action);
    }
}
