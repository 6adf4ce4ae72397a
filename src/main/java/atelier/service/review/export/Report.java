package atelier.service.review.export;

import atelier.model.review.Cell;
import atelier.model.review.Comparison;
import atelier.model.review.IdenticalCells;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.PictureReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the exports of a comparison tell.
 *
 * @param comparison which it is; cells that are not made yet are shown as gaps
 * @param folder where its cells lie
 * @param identical cells that are the same, though they should differ
 * @param pictures reads the cells
 */
record Report(
        Comparison comparison,
        ComparisonFolder folder,
        List<IdenticalCells> identical,
        PictureReader pictures) {

    /** How many cells are made. */
    long made() {
        return comparison.cells().stream().filter(folder::has).count();
    }

    /** What is compared, in one line. */
    String remark() {
        long cells = comparison.count();
        long made = made();
        return "%,d adapters and the plain model, %,d prompts, %,d seeds: %,d cells%s"
                .formatted(
                        comparison.axes().adapters().size(),
                        comparison.axes().prompts().size(),
                        comparison.axes().seeds().size(),
                        cells,
                        made == cells ? "" : ", %,d made so far".formatted(made));
    }

    /** What is the same in all cells, in one line. */
    String settings() {
        String sampling =
                comparison.axes().samplings().size() == 1
                        ? comparison.axes().samplings().getFirst().label() + ", "
                        : "";
        return "%s%d × %d pixels"
                .formatted(sampling, comparison.settings().width(), comparison.settings().height());
    }

    /** Ids of the cells that are the same as another. */
    Set<String> same() {
        return identical.stream()
                .flatMap(group -> group.cells().stream())
                .map(Cell::id)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
