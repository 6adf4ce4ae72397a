package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.PictureDifference;
import atelier.service.review.DifferenceMap;
import atelier.service.storage.PictureReader;
import atelier.ui.work.Background;
import atelier.ui.work.LastAsked;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where the two cells differ that are held against each other; found beside the window's thread.
 */
final class StageModel {

    private final CellsModel cells;
    private final DifferenceMap map;
    private final LastAsked asking;
    private final ReadOnlyObjectWrapper<@Nullable PictureDifference> difference =
            new ReadOnlyObjectWrapper<>();
    private List<Cell> of = List.of();

    StageModel(CellsModel cells, PictureReader pictures, Background background) {
        this.cells = cells;
        this.map = new DifferenceMap(pictures);
        this.asking = new LastAsked(background);
        cells.changes().subscribe((_, _) -> follow());
    }

    private void follow() {
        OpenComparison open = cells.open().get();
        List<Cell> pair = cells.pair();
        if (cells.view().get() != ReviewView.DIFFERENCE
                || open == null
                || pair.size() < 2
                || !pair.stream().allMatch(open::has)) {
            forget();
        } else if (!pair.equals(of)) {
            forget();
            of = pair;
            Path first = open.file(pair.get(0));
            Path second = open.file(pair.get(1));
            asking.ask(() -> map.of(first, second), difference::set, _ -> difference.set(null));
        }
    }

    private void forget() {
        if (!of.isEmpty()) {
            of = List.of();
            asking.forget();
            difference.set(null);
        }
    }

    /** How they differ; null while it is not known. */
    ReadOnlyObjectProperty<@Nullable PictureDifference> difference() {
        return difference.getReadOnlyProperty();
    }
}
