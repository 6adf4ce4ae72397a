package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.VoteOutcome;
import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.shell.StarKeys;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the review panel together. */
public final class ReviewPanel {

    private ReviewPanel() {}

    /**
     * The panel over a model, and what can be done there.
     *
     * @param undo takes back what was done before, where no vote is
     * @param choose asks the user for pictures and hands on what was chosen
     * @param chooseAdapters asks for adapter files in the same way
     */
    public static Panel of(
            ReviewModel model,
            Texts texts,
            Layouts layouts,
            Thumbnails thumbnails,
            UndoStack undo,
            Consumer<Consumer<List<Path>>> choose,
            Consumer<Consumer<List<Path>>> chooseAdapters) {
        CellsController cells = new CellsController(model, texts, thumbnails);
        ReviewController panel =
                new ReviewController(
                        model,
                        texts,
                        layouts.load(new AxesController(model, texts)),
                        layouts.load(cells),
                        layouts.load(new ScoresController(model, texts, thumbnails)),
                        layouts.load(new OrderController(model, texts, choose, chooseAdapters)),
                        layouts.load(new BlindController(model, texts, thumbnails)));
        Keys keys = new Keys(model, undo);
        List<Command> commands =
                new ArrayList<>(
                        List.of(
                                command("plus", "review.new", "Shortcut+N", model::begin),
                                command("play", "review.start", "Shortcut+Enter", keys::main),
                                command("eye-off", "review.vote", "V", model::voteBlind),
                                command("award", "review.promote", "P", model::promote),
                                command("share", "review.export", "Shortcut+E", model::export),
                                command("star", "review.key-s", "S", keys::star),
                                command("columns", "review.key-n", "N", keys::beside),
                                command("divide-square", "review.key-d", "D", keys::difference),
                                command("repeat", "review.key-b", "B", keys::blink),
                                command("zoom-in", "review.key-z", "Z", keys::zoom),
                                command("thumbs-down", "review.key-x", "X", keys::neither),
                                command(
                                        "rotate-ccw",
                                        "review.key-undo",
                                        "Shortcut+Z",
                                        keys::undo)));
        commands.addAll(StarKeys.commands(model::rate));
        Panel built = new Panel(layouts.load(panel), commands, model::refresh);
        Runnable focus =
                () -> {
                    if (model.screen().get() == ReviewScreen.COMPARISON) {
                        cells.focus();
                    }
                };
        model.screen().subscribe(focus);
        model.opened()
                .subscribe((before, now) -> {
                    if (now != null && !now.isSame(before)) {
                        focus.run();
                    }
                });
        model.open();
        return built;
    }

    private static Command command(
            String icon, String key, @Nullable String keys, Runnable action) {
        return Command.action(icon, Phrase.of(key), keys, action);
    }

    /** Keys that do one thing where cells are looked at, and another where they are voted on. */
    private record Keys(ReviewModel model, UndoStack undoing) {

        boolean isBlind() {
            return model.screen().get() == ReviewScreen.BLIND;
        }

        void main() {
            switch (model.screen().get()) {
                case ORDER -> model.order().start();
                case COMPARISON -> model.measure();
                case BLIND -> model.blind().reveal();
            }
        }

        void star() {
            if (isBlind()) {
                model.blind().skip();
            } else {
                model.cells().pick();
            }
        }

        void beside() {
            show(ReviewView.SIDE);
        }

        void difference() {
            show(ReviewView.DIFFERENCE);
        }

        private void show(ReviewView view) {
            CellsModel cells = model.cells();
            if (!isBlind()) {
                cells.look(cells.view().get() == view ? ReviewView.GRID : view);
            }
        }

        void blink() {
            if (isBlind()) {
                model.blind().blinking().set(!model.blind().blinking().get());
            } else {
                show(ReviewView.BLINK);
            }
        }

        void zoom() {
            if (isBlind()) {
                model.blind().zoom().toggle(model.blind());
            } else {
                Cell chosen = model.cells().chosen().get();
                model.cells().zoom().toggle(chosen == null ? model : chosen);
            }
        }

        void neither() {
            if (isBlind()) {
                model.blind().vote(VoteOutcome.NEITHER);
            }
        }

        void undo() {
            if (isBlind()) {
                model.blind().undo();
            } else {
                undoing.undo();
            }
        }
    }
}
