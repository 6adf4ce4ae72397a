package atelier.ui.library;

import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.shell.StarKeys;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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
     * @param chooseLists asks for lists of files in the same way
     */
    public static Panel of(
            LibraryModel model,
            LibraryWays ways,
            Texts texts,
            Layouts layouts,
            Thumbnails thumbnails,
            Clock clock,
            Consumer<Consumer<List<Path>>> choose,
            Consumer<Consumer<List<Path>>> chooseLists) {
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
                                        layouts.load(
                                                new HealthController(
                                                        model, texts, moments, chooseLists)),
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
                                                                model,
                                                                texts,
                                                                moments,
                                                                chooseLists)))),
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
        List<Command> commands =
                new ArrayList<>(
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
                                command("heart", "gen.like", "L", () -> like(model, 1)),
                                command("thumbs-down", "gen.dislike", "D", () -> like(model, -1)),
                                command("trash-2", "library.remove", "Delete", model::remove)));
        commands.addAll(StarKeys.commands(stars -> onImages(model, images -> images.rate(stars))));
        Panel built = new Panel(layouts.load(panel), commands, model::refresh);
        model.open();
        return built;
    }

    private static void like(LibraryModel model, int value) {
        onImages(model, images -> images.mark(value));
    }

    /** Elsewhere it is not plain which image is meant. */
    private static void onImages(LibraryModel model, Consumer<ImagesModel> what) {
        if (model.tab().get() == LibraryTab.IMAGES) {
            what.accept(model.images());
        }
    }

    private static Command command(
            String icon, String key, @Nullable String keys, Runnable action) {
        return Command.action(icon, Phrase.of(key), keys, action);
    }
}
