package atelier.ui.review;

import atelier.model.review.CellGrid;

/** A line of the grid. */
sealed interface GridLine {

    /**
     * What the lines below share.
     *
     * @param section which they are
     */
    record Heading(CellGrid.Section section) implements GridLine {}

    /**
     * Cells that differ in their adapters alone.
     *
     * @param row which they are
     */
    record Cells(CellGrid.Row row) implements GridLine {}
}
