package atelier.service.review.export;

import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonScores;
import atelier.model.review.IdenticalCells;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.PictureReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the exports of a comparison tell.
 *
 * @param comparison which it is; cells that are not made yet are shown as gaps
 * @param folder where its cells lie
 * @param identical cells that are the same, though they should differ
 * @param scores what was measured of them; null where nothing was
 * @param stars what cells were given, 1 to 5, by their ids
 * @param pictures reads the cells
 */
record Report(
        Comparison comparison,
        ComparisonFolder folder,
        List<IdenticalCells> identical,
        @Nullable ComparisonScores scores,
        Map<String, Integer> stars,
        PictureReader pictures) {

    private static final List<Metric> BADGES = List.of(Metric.CLIP_IMAGE, Metric.CLIP_TEXT);

    /** The scores of a cell; null where it was not measured. */
    @Nullable CellScore score(Cell cell) {
        return scores == null ? null : scores.cells().get(cell.id());
    }

    /**
     * What to write on a cell: how near it is to the subject, else to its prompt; empty if neither.
     */
    String badge(Cell cell) {
        CellScore score = score(cell);
        if (score == null) {
            return "";
        }
        for (Metric metric : BADGES) {
            Double value = score.values().get(metric);
            if (value != null) {
                return String.format(Locale.ROOT, "%s %.2f", metric.label(), value);
            }
        }
        return "";
    }

    /** What a cell must be looked at for, in a few words; empty where nothing. */
    String warning(Cell cell, Set<String> same) {
        CellScore score = score(cell);
        NearestPicture nearest = score == null ? null : score.nearest();
        if (same.contains(cell.id())) {
            return "the same as another";
        }
        if (score != null && score.copies() && nearest != null) {
            return "near " + nearest.name();
        }
        return score != null && score.faceless() ? "no face" : "";
    }

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
