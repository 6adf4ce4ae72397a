package atelier.ui.generation;

import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.shell.StarKeys;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the generation panel together. */
public final class GenerationPanel {

    private GenerationPanel() {}

    /**
     * The panel over a model, and what can be done there.
     *
     * @param restore goes to the restoration of an image
     */
    public static Panel of(
            GenerationModel model,
            Texts texts,
            Layouts layouts,
            Thumbnails thumbnails,
            Consumer<Path> restore) {
        GalleryController gallery = new GalleryController(model, texts, thumbnails, restore);
        GenerationController panel =
                new GenerationController(
                        model,
                        texts,
                        layouts.load(new PromptController(model, texts)),
                        layouts.load(gallery),
                        layouts.load(new ShelfController(model, texts)));
        List<Command> commands =
                new ArrayList<>(
                        List.of(
                                command("zap", "gen.add", "Shortcut+Enter", model::add),
                                command("image", "gen.take", "Shortcut+I", model::takeChosen),
                                command("heart", "gen.like", "L", model.gallery()::like),
                                command(
                                        "thumbs-down",
                                        "gen.dislike",
                                        "D",
                                        model.gallery()::dislike),
                                command("smile", "gen.restore", "R", gallery::restore),
                                command("search", "gallery.find", "Shortcut+F", gallery::find),
                                command("shuffle", "gen.shuffle", null, model::shuffleSeed)));
        commands.addAll(StarKeys.commands(model.gallery()::rate));
        Panel built = new Panel(layouts.load(panel), commands, model::refresh);
        model.open();
        return built;
    }

    private static Command command(
            String icon, String key, @Nullable String keys, Runnable action) {
        return Command.action(icon, Phrase.of(key), keys, action);
    }
}
