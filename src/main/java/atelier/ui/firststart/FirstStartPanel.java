package atelier.ui.firststart;

import atelier.model.settings.Look;
import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/** Puts the first steps together. */
public final class FirstStartPanel {

    private FirstStartPanel() {}

    /**
     * The panel over a model, and what can be done there.
     *
     * @param look dark or light
     * @param choose lets the user choose files, and hands them on
     */
    public static Panel of(
            FirstStartModel model,
            Texts texts,
            ObjectProperty<Look> look,
            Layouts layouts,
            Thumbnails thumbnails,
            Consumer<Consumer<List<Path>>> choose) {
        Panel panel =
                new Panel(
                        layouts.load(
                                new FirstStartController(model, texts, look, thumbnails, choose)),
                        List.of(
                                command("image", "first.look", "1", model::lookAtPictures),
                                command("trending-up", "first.train", "2", model::train),
                                command("zap", "first.draw", "3", model::draw),
                                command("play", "first.go-on", "Enter", model::goOn),
                                command(
                                        "upload",
                                        "dataset.add",
                                        "Shortcut+O",
                                        () -> choose.accept(model::own))),
                        model::open);
        model.open();
        return panel;
    }

    private static Command command(String icon, String key, String keys, Runnable action) {
        return Command.action(icon, Phrase.of(key), keys, action);
    }
}
