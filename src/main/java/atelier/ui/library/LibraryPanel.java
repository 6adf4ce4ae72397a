package atelier.ui.library;

import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Puts the library panel together. */
public final class LibraryPanel {

    private LibraryPanel() {}

    /**
     * The panel over a model, and what can be done there.
     *
     * @param ways where one goes on with things
     * @param clock tells the time where the user is
     * @param choose asks the user for files and hands on what was chosen
     */
    public static Panel of(
            LibraryModel model,
            LibraryWays ways,
            Texts texts,
            Layouts layouts,
            Thumbnails thumbnails,
            Clock clock,
            Consumer<Consumer<List<Path>>> choose) {
        Moments moments = new Moments(texts, clock);
        CharacterDetailsController character =
                new CharacterDetailsController(model, ways, texts, thumbnails, moments);
        AdapterDetailsController adapter =
                new AdapterDetailsController(model, ways, texts, moments);
        ImageDetailsController image =
                new ImageDetailsController(model, ways, texts, thumbnails, moments);
        Node things = layouts.load(new ThingsController(model, texts, thumbnails));
        LibraryController panel =
                new LibraryController(
                        model,
                        texts,
                        Map.of(
                                LibraryTab.OVERVIEW, things,
                                LibraryTab.CHARACTERS, things,
                                LibraryTab.ADAPTERS, things,
                                LibraryTab.IMAGES,
                                        layouts.load(
                                                new ImagesController(model, texts, thumbnails)),
                                LibraryTab.MODELS,
                                        layouts.load(new ModelsController(model, ways, texts)),
                                LibraryTab.HEALTH,
                                        layouts.load(new HealthController(model, texts, moments)),
                                LibraryTab.HISTORY,
                                        layouts.load(new HistoryController(model, texts, moments))),
                        Map.of(
                                LibraryTab.OVERVIEW,
                                layouts.load(
                                        new LastChangesController(
                                                model,
                                                texts,
                                                moments,
                                                layouts.load(
                                                        new HealthController(
                                                                model, texts, moments)))),
                                LibraryTab.CHARACTERS,
                                layouts.load(character),
                                LibraryTab.ADAPTERS,
                                layouts.load(adapter),
                                LibraryTab.IMAGES,
                                layouts.load(image)),
                        choose);
        Runnable rename =
                () -> {
                    switch (model.tab().get()) {
                        case CHARACTERS -> character.rename();
                        case ADAPTERS -> adapter.rename();
                        case OVERVIEW, IMAGES, MODELS, HEALTH, HISTORY -> {
                            // Nothing is looked at closely.
                        }
                    }
                };
        Panel built =
                new Panel(
                        layouts.load(panel),
                        List.of(
                                command("search", "library.find", "Shortcut+F", panel::find),
                                command("download", "library.import", "Shortcut+O", panel::add),
                                command(
                                        "refresh-cw",
                                        "library.check",
                                        null,
                                        () -> model.health().check(true)),
                                command("edit-2", "library.rename", "F2", rename),
                                command("star", "library.star", "S", model::star),
                                command("trash-2", "library.remove", "Delete", model::remove)),
                        model::refresh);
        model.open();
        return built;
    }

    private static Command command(
            String icon, String key, @Nullable String keys, Runnable action) {
        return Command.action(icon, Phrase.of(key), keys, action);
    }
}
