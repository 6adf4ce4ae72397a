package atelier.model.review;

/**
 * How long the parts of a comparison took.
 *
 * @param cell median seconds of a cell, from its prompt to its file; 0 where none was made
 * @param swap median seconds of putting other adapters in place; 0 where that never happened
 * @param swaps how often that happened
 */
public record CellTiming(double cell, double swap, int swaps) {

    /** A swap as a share of a cell; 0 where either is not known. */
    public double swapShare() {
        return cell == 0 ? 0 : swap / cell;
    }
}
