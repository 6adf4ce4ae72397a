package atelier.ui.review;

import java.util.List;

/**
 * Where the cells of the grid are, whether they are in sight or not. Places are pixels from the top
 * of the first line, and from the left of the first column.
 */
final class GridPlan {

    /** Between two cells. */
    static final double GAP = 6;

    /** Height of a heading. */
    static final double HEADING = 36;

    private final List<GridLine> lines;
    private final int columns;
    private final double width;
    private final double height;
    private final double[] tops;

    /**
     * @param columns that scroll
     * @param width of a cell
     * @param height of a cell
     */
    GridPlan(List<GridLine> lines, int columns, double width, double height) {
        this.lines = List.copyOf(lines);
        this.columns = columns;
        this.width = width;
        this.height = height;
        tops = new double[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            double own = lines.get(i) instanceof GridLine.Heading ? HEADING : height;
            tops[i + 1] = tops[i] + own + GAP;
        }
    }

    /** Some of the lines, or of the columns. */
    record Range(int first, int end) {

        boolean has(int place) {
            return place >= first && place < end;
        }
    }

    /** The lines that are seen. */
    Range lines(double from, double room) {
        int first = 0;
        while (first < lines.size() && tops[first + 1] <= from) {
            first++;
        }
        int end = first;
        while (end < lines.size() && tops[end] < from + room) {
            end++;
        }
        return new Range(first, end);
    }

    /** The columns that are seen. */
    Range columns(double from, double room) {
        int first = Math.clamp((int) (from / (width + GAP)), 0, columns);
        int end = Math.clamp((int) Math.ceil((from + room) / (width + GAP)), first, columns);
        return new Range(first, end);
    }

    GridLine line(int place) {
        return lines.get(place);
    }

    double top(int line) {
        return tops[line];
    }

    double left(int column) {
        return column * (width + GAP);
    }

    /** Height of everything. */
    double wholeHeight() {
        return Math.max(0, tops[lines.size()] - GAP);
    }

    /** Width of all columns that scroll. */
    double wholeWidth() {
        return Math.max(0, left(columns) - GAP);
    }

    /** Width of a cell. */
    double width() {
        return width;
    }

    /** Height of a cell. */
    double height() {
        return height;
    }
}
