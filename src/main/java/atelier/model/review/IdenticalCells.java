package atelier.model.review;

import java.util.List;

/**
 * Cells that should differ, and are the same in every pixel.
 *
 * @param cells at least two, in the order of the comparison
 */
public record IdenticalCells(List<Cell> cells) {

    /** Copies the list. */
    public IdenticalCells {
        cells = List.copyOf(cells);
    }

    /** What they are and what that means, in one sentence. */
    public String sentence(ComparisonAxes axes) {
        Cell first = cells.getFirst();
        Cell other = cells.get(1);
        String more = cells.size() > 2 ? " and %d more".formatted(cells.size() - 2) : "";
        if (first.column().isBaseline() && first.isAcross(other)) {
            return "The adapter %s had no effect: its cell of seed %d is the same as without an adapter%s."
                    .formatted(axes.label(other.column()), other.seed(), more);
        }
        return "The cells %s (%s) and %s (%s)%s are the same, though they should differ."
                .formatted(
                        first.id(),
                        axes.label(first.column()),
                        other.id(),
                        axes.label(other.column()),
                        more);
    }
}
