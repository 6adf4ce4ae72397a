package atelier.ui.guide;

import atelier.ui.shell.Place;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import java.util.function.Consumer;

/** The command of a stage. */
public final class GuideModel {

    private final Place place;
    private final String command;
    private final Consumer<String> clipboard;
    private final ToastModel toasts;

    /**
     * @param place the stage
     * @param command as it is typed in a terminal
     * @param clipboard takes what is copied
     */
    public GuideModel(Place place, String command, Consumer<String> clipboard, ToastModel toasts) {
        this.place = place;
        this.command = command;
        this.clipboard = clipboard;
        this.toasts = toasts;
    }

    /** The stage. */
    Place place() {
        return place;
    }

    /** The command. */
    String command() {
        return command;
    }

    /** What the stage is for. */
    Phrase purpose() {
        return Phrase.of("guide." + place.id());
    }

    /** Copies the command. */
    void copy() {
        clipboard.accept(command);
        toasts.show(Toast.done(Phrase.of("guide.copied")));
    }
}
