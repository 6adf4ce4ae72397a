package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.CellGrid;
import atelier.model.review.CellScore;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.ComparisonScores;
import atelier.model.review.IdenticalCells;
import atelier.service.review.ComparisonFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that is looked at, as it stands at one moment.
 *
 * @param folder where it lies
 * @param comparison which it is
 * @param cells its cells in the order in which they are made; naming them takes a while
 * @param sections the same as they are laid out
 * @param made ids of the cells that are made
 * @param stars what cells were given, 1 to 5, by their ids
 * @param same ids of those that are the same as another, though they should differ
 * @param identical the same, group by group
 * @param scores what was measured; null where nothing was
 * @param last the order that it was made by; null where the queue does not know it any more
 * @param subject who it shows; null where that is not known
 */
public record OpenComparison(
        ComparisonFolder folder,
        Comparison comparison,
        List<Cell> cells,
        List<CellGrid.Section> sections,
        Set<String> made,
        Map<String, Integer> stars,
        Set<String> same,
        List<IdenticalCells> identical,
        @Nullable ComparisonScores scores,
        @Nullable ComparisonOrder last,
        @Nullable Subject subject) {

    /** Copies the collections. */
    public OpenComparison {
        cells = List.copyOf(cells);
        sections = List.copyOf(sections);
        made = Set.copyOf(made);
        stars = Map.copyOf(stars);
        same = Set.copyOf(same);
        identical = List.copyOf(identical);
    }

    /** One as it is read, before its cells were compared with each other, without stars. */
    static OpenComparison of(
            ComparisonFolder folder,
            Set<String> made,
            @Nullable ComparisonScores scores,
            @Nullable ComparisonOrder last,
            @Nullable Subject subject) {
        Comparison comparison = folder.comparison();
        List<Cell> cells = comparison.cells();
        Set<String> own =
                cells.stream().map(Cell::id).filter(made::contains).collect(Collectors.toSet());
        return new OpenComparison(
                folder,
                comparison,
                cells,
                CellGrid.of(comparison),
                own,
                Map.of(),
                Set.of(),
                List.of(),
                scores,
                last,
                subject);
    }

    /** The same with what was found to be the same. */
    OpenComparison with(List<IdenticalCells> groups) {
        Set<String> ids =
                groups.stream()
                        .flatMap(group -> group.cells().stream())
                        .map(Cell::id)
                        .collect(Collectors.toSet());
        return new OpenComparison(
                folder,
                comparison,
                cells,
                sections,
                made,
                stars,
                ids,
                groups,
                scores,
                last,
                subject);
    }

    /** The same with other scores. */
    OpenComparison with(@Nullable ComparisonScores other) {
        return new OpenComparison(
                folder,
                comparison,
                cells,
                sections,
                made,
                stars,
                same,
                identical,
                other,
                last,
                subject);
    }

    /** The same with other stars. */
    OpenComparison with(Map<String, Integer> given) {
        return new OpenComparison(
                folder,
                comparison,
                cells,
                sections,
                made,
                given,
                same,
                identical,
                scores,
                last,
                subject);
    }

    /** What it is called. */
    public String name() {
        return comparison.name();
    }

    /** How many cells there are. */
    public int count() {
        return Math.toIntExact(comparison.count());
    }

    /** How many stars a cell has; 0 for none. */
    int stars(Cell cell) {
        return stars.getOrDefault(cell.id(), 0);
    }

    /** Whether a cell is made. */
    public boolean has(Cell cell) {
        return made.contains(cell.id());
    }

    /** The image of a cell, made or not. */
    public Path file(Cell cell) {
        return folder.cell(cell);
    }

    /** What was measured of a cell; null where nothing was. */
    public @Nullable CellScore score(Cell cell) {
        return scores == null ? null : scores.cells().get(cell.id());
    }

    /** Pictures of the subject that it was measured by; none where that is not known. */
    public List<Path> references() {
        if (last != null && !last.scores().references().isEmpty()) {
            return last.scores().references();
        }
        return subject == null ? List.of() : subject.pictures();
    }

    /** The cell without an adapter that belongs to a cell. */
    public Cell baseline(Cell cell) {
        return sections.stream()
                .flatMap(section -> section.rows().stream())
                .map(row -> row.cells().getFirst())
                .filter(first -> first.isAcross(cell))
                .findFirst()
                .orElse(cell);
    }

    /** Whether both are the same comparison, however far it has come. */
    boolean isSame(@Nullable OpenComparison other) {
        return other != null && folder.equals(other.folder);
    }
}
