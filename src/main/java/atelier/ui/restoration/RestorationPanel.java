package atelier.ui.restoration;

import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Puts the restoration panel together. */
public final class RestorationPanel {

    private RestorationPanel() {}

    /**
     * The panel over a model, and what can be done there.
     *
     * @param choosePictures asks for files, and hands them on
     * @param chooseFolder asks for a folder, and hands it on
     * @param models goes to where models are fetched
     */
    public static Panel of(
            RestorationModel model,
            Texts texts,
            Layouts layouts,
            Thumbnails thumbnails,
            Consumer<Consumer<List<Path>>> choosePictures,
            Consumer<Consumer<List<Path>>> chooseFolder,
            Runnable models) {
        RestorationController panel =
                new RestorationController(
                        model,
                        texts,
                        thumbnails,
                        layouts.load(new BeforeAfterController(model, texts, thumbnails)),
                        layouts.load(new FormController(model, texts, models)),
                        choosePictures,
                        chooseFolder);
        Panel built =
                new Panel(
                        layouts.load(panel),
                        List.of(
                                Command.action(
                                        "smile",
                                        Phrase.of("rest.run-all"),
                                        "Shortcut+Enter",
                                        model::restoreAll),
                                Command.action(
                                        "plus",
                                        Phrase.of("rest.add"),
                                        "Shortcut+O",
                                        () -> choosePictures.accept(model::add)),
                                Command.action(
                                        "folder",
                                        Phrase.of("rest.result-folder"),
                                        null,
                                        model::showResults)),
                        model::open);
        model.open();
        return built;
    }
}
