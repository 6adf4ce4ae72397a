package atelier.ui.training;

import atelier.ui.component.InSight;
import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Puts the training panel together. */
public final class TrainingPanel {

    private TrainingPanel() {}

    /**
     * The panel of a model, with what can be done there by keys.
     *
     * @param clock for when a run ends
     * @param compare goes to where the checkpoints in a folder are compared
     */
    public static Panel of(
            TrainingModel model,
            Texts texts,
            Layouts layouts,
            Thumbnails thumbnails,
            Clock clock,
            Consumer<Path> compare) {
        InSight sight = new InSight();
        Node view =
                layouts.load(
                        new TrainingController(
                                model,
                                texts,
                                sight,
                                layouts.load(new PlanController(model, texts, sight)),
                                layouts.load(
                                        new RunController(
                                                model, texts, thumbnails, clock, sight, compare))));
        sight.follow(view);
        Panel panel =
                new Panel(
                        view,
                        List.of(
                                action(
                                        "trending-up",
                                        "training.train",
                                        "Shortcut+Enter",
                                        model::train),
                                action(
                                        "pause",
                                        "training.pause-resume",
                                        "Space",
                                        model::pauseOrResume),
                                action(
                                        "camera",
                                        "training.preview",
                                        "Shortcut+P",
                                        model::previewNow),
                                action(
                                        "save",
                                        "training.checkpoint",
                                        "Shortcut+S",
                                        model::checkpointNow),
                                action("square", "training.stop", null, model::stopAndKeep),
                                action("copy", "training.copy", null, model::copyPlan)),
                        model::open);
        model.open();
        return panel;
    }

    private static Command action(String icon, String key, @Nullable String keys, Runnable action) {
        return Command.action(icon, Phrase.of(key), keys, action);
    }
}
