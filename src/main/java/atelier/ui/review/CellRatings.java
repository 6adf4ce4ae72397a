package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.service.library.CellStars;
import atelier.service.review.ComparisonFolder;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gives cells stars, one after the other, and remembers the way back. */
final class CellRatings {

    private final Background background;
    private final ToastModel toasts;
    private final UndoStack undo;
    private final BiConsumer<ComparisonFolder, Map<String, Integer>> given;

    /**
     * @param given hears which stars the cells of a comparison have then, by their ids
     */
    CellRatings(
            Background background,
            ToastModel toasts,
            UndoStack undo,
            BiConsumer<ComparisonFolder, Map<String, Integer>> given) {
        // Else what is taken back could be overtaken by what it takes back.
        this.background = background.inOrder();
        this.toasts = toasts;
        this.undo = undo;
        this.given = given;
    }

    /**
     * Gives a cell stars, unless it has so many.
     *
     * @param open whose cell it is; null for none
     * @param cell which; null for none
     * @param stars 1 to 5; 0 takes them back
     */
    void rate(@Nullable OpenComparison open, @Nullable Cell cell, int stars) {
        if (open != null && cell != null && open.has(cell) && open.stars(cell) != stars) {
            change(open, cell, stars);
        }
    }

    private void change(OpenComparison open, Cell cell, int stars) {
        int before = open.stars(cell);
        Phrase what =
                stars == 0
                        ? Phrase.of("gallery.mark-none")
                        : Phrase.of("gallery.mark-stars", stars);
        give(
                open.folder(),
                cell,
                stars,
                () ->
                        undo.add(
                                what,
                                () -> give(open.folder(), cell, before, () -> {}),
                                () -> give(open.folder(), cell, stars, () -> {})));
    }

    private void give(ComparisonFolder folder, Cell cell, int stars, Runnable then) {
        background.run(
                () -> new CellStars(folder.root()).give(cell, stars),
                all -> {
                    given.accept(folder, all);
                    then.run();
                },
                failure -> toasts.show(Toast.failed(failure)));
    }
}
