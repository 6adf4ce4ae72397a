package atelier.ui.review;

import atelier.model.review.Cell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The cells of a comparison: columns of adapters, rows of prompts and seeds. The names of both stay
 * in sight, and so does the first column, which all others are held against. Only the cells in
 * sight exist, and they are used again, so that there may be thousands.
 */
final class ComparisonGrid extends Region {

    private static final double HEAD = 36;
    private static final double NAMES = 88;
    private static final double BAR = 12;
    private static final double RING = 4;
    private static final double MOST_BYTES = 96e6;
    private static final int PIXEL = 4;

    private final Supplier<CellView> maker;
    private final GridNames names;
    private final Consumer<Cell> choose;
    private final Pane fixed = clipped();
    private final Pane body = clipped();
    private final Pane heads = clipped();
    private final Pane sides = clipped();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Map<Place, CellView> shown = new HashMap<>();
    private final Deque<CellView> spare = new ArrayDeque<>();
    private CellsModel cells;
    private GridPlan plan = new GridPlan(List.of(), 0, 1, 1);
    private boolean stale = true;

    private record Place(int line, int column) {}

    /**
     * @param maker makes cells
     * @param names writes what stands at the heads of columns and rows
     * @param choose hears of the cell that is pressed
     */
    ComparisonGrid(
            CellsModel cells, Supplier<CellView> maker, GridNames names, Consumer<Cell> choose) {
        this.cells = cells;
        this.maker = maker;
        this.names = names;
        this.choose = choose;
        getStyleClass().add("comparison-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        down.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : new ScrollBar[] {across, down}) {
            bar.setFocusTraversable(false);
            bar.valueProperty().subscribe(() -> requestLayout());
        }
        getChildren().addAll(body, fixed, sides, heads, across, down);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    }

    private static Pane clipped() {
        Pane pane = new Pane();
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(pane.widthProperty());
        clip.heightProperty().bind(pane.heightProperty());
        pane.setClip(clip);
        return pane;
    }

    /** Lays everything out anew, as the comparison, the size of cells or the language changed. */
    void arrange() {
        OpenComparison open = cells.open().get();
        double width = Math.floor(cells.side().get());
        double ratio =
                open == null
                        ? 1
                        : (double) open.comparison().settings().height()
                                / open.comparison().settings().width();
        int columns = open == null ? 0 : open.comparison().axes().columns().size();
        plan =
                new GridPlan(
                        cells.lines(), Math.max(0, columns - 1), width, Math.floor(width * ratio));
        refresh();
    }

    /** Shows the same cells as they look now. */
    void refresh() {
        stale = true;
        requestLayout();
    }

    /** Scrolls so that a cell is in sight. */
    void reveal(Cell cell) {
        for (int line = 0; line < cells.lines().size(); line++) {
            int column =
                    cells.lines().get(line) instanceof GridLine.Cells row
                            ? row.row().cells().indexOf(cell)
                            : -1;
            if (column >= 0) {
                reveal(down, plan.top(line), plan.height());
                if (column > 0) {
                    reveal(across, plan.left(column - 1), plan.width());
                }
            }
        }
    }

    private static void reveal(ScrollBar bar, double from, double size) {
        double room = bar.getUserData() instanceof Double seen ? seen : 0;
        if (from < bar.getValue()) {
            bar.setValue(from);
        } else if (from + size > bar.getValue() + room) {
            bar.setValue(Math.min(bar.getMax(), from + size - room));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
        scroll(across, sideways ? event.getDeltaY() : event.getDeltaX());
        scroll(down, sideways ? 0 : event.getDeltaY());
        event.consume();
    }

    private static void scroll(ScrollBar bar, double by) {
        bar.setValue(Math.clamp(bar.getValue() - by, 0, bar.getMax()));
    }

    /** How many cells exist, in sight or kept for the next. */
    int existing() {
        return shown.size() + spare.size();
    }

    /** Scrolls down to a place, in pixels. */
    void scrollTo(double y) {
        down.setValue(Math.clamp(y, 0, down.getMax()));
    }

    @Override
    protected void layoutChildren() {
        double left = NAMES + RING;
        double top = HEAD;
        double fixedWidth = plan.width() + GridPlan.GAP;
        double roomAcross = Math.max(0, getWidth() - left - fixedWidth - BAR);
        boolean wide = plan.wholeWidth() > roomAcross;
        double roomDown = Math.max(0, getHeight() - top - RING - (wide ? BAR : 0));
        set(across, plan.wholeWidth(), roomAcross);
        set(down, plan.wholeHeight(), roomDown);
        sides.resizeRelocate(0, top, NAMES, roomDown + RING);
        fixed.resizeRelocate(left - RING, top, fixedWidth + RING, roomDown + RING);
        body.resizeRelocate(left + fixedWidth - RING, top, roomAcross + 2 * RING, roomDown + RING);
        heads.resizeRelocate(0, 0, getWidth() - BAR, top);
        across.resizeRelocate(left + fixedWidth, getHeight() - BAR, Math.max(0, roomAcross), BAR);
        down.resizeRelocate(getWidth() - BAR, top, BAR, roomDown);
        GridPlan.Range lines = plan.lines(down.getValue(), roomDown);
        GridPlan.Range columns = plan.columns(across.getValue(), roomAcross);
        showCells(lines, columns);
        showNames(lines, columns, left);
    }

    private static void set(ScrollBar bar, double whole, double room) {
        double most = Math.max(0, whole - room);
        bar.setUserData(room);
        bar.setMax(most);
        bar.setVisibleAmount(whole <= 0 ? 0 : most * Math.min(1, room / whole));
        bar.setBlockIncrement(room);
        bar.setVisible(most > 0);
        if (bar.getValue() > most) {
            bar.setValue(most);
        }
    }

    private void showCells(GridPlan.Range lines, GridPlan.Range columns) {
        Map<Place, CellView> gone = new HashMap<>(shown);
        List<Place> wanted = new ArrayList<>();
        for (int line = lines.first(); line < lines.end(); line++) {
            if (plan.line(line) instanceof GridLine.Cells) {
                wanted.add(new Place(line, 0));
                for (int column = columns.first(); column < columns.end(); column++) {
                    wanted.add(new Place(line, column + 1));
                }
            }
        }
        wanted.forEach(gone::remove);
        gone.forEach((place, view) -> {
            shown.remove(place);
            view.show(null, "", plan.width(), plan.height(), 0);
            view.setVisible(false);
            spare.push(view);
        });
        int most = (int) Math.sqrt(MOST_BYTES / PIXEL / Math.max(1, wanted.size()));
        for (Place place : wanted) {
            CellView view = shown.get(place);
            boolean fresh = view == null;
            if (view == null) {
                view = take(place);
            }
            if (fresh || stale) {
                Cell cell = cell(place);
                view.show(cells.look(cell), names.spoken(cell), plan.width(), plan.height(), most);
            }
            place(view, place);
        }
        stale = false;
    }

    private CellView take(Place place) {
        Pane pane = place.column() == 0 ? fixed : body;
        CellView view = spare.poll();
        if (view == null) {
            CellView made = maker.get();
            made.addEventHandler(
                    MouseEvent.MOUSE_PRESSED,
                    _ -> {
                        Cell cell = made.cell();
                        if (cell != null) {
                            choose.accept(cell);
                        }
                    });
            view = made;
        }
        if (!pane.equals(view.getParent())) {
            if (view.getParent() instanceof Pane before) {
                before.getChildren().remove(view);
            }
            pane.getChildren().add(view);
        }
        view.setVisible(true);
        shown.put(place, view);
        return view;
    }

    private Cell cell(Place place) {
        GridLine.Cells row = (GridLine.Cells) plan.line(place.line());
        return row.row().cells().get(place.column());
    }

    private void place(CellView view, Place place) {
        double x = place.column() == 0 ? 0 : plan.left(place.column() - 1) - across.getValue();
        view.resizeRelocate(
                Math.round(x) + RING,
                Math.round(plan.top(place.line()) - down.getValue()) + RING,
                plan.width(),
                plan.height());
    }

    private void showNames(GridPlan.Range lines, GridPlan.Range columns, double left) {
        List<Node> above = new ArrayList<>();
        above.add(placed(names.corner(), 0, 0, NAMES, HEAD));
        above.add(placed(names.column(0), left, 0, plan.width(), HEAD));
        double start = left + plan.width() + GridPlan.GAP;
        for (int column = columns.first(); column < columns.end(); column++) {
            double x = start + Math.round(plan.left(column) - across.getValue());
            Region head = placed(names.column(column + 1), x, 0, plan.width(), HEAD);
            // A name that is half behind the first column would be read as another.
            if (x >= start - 1) {
                above.add(head);
            }
        }
        replace(heads, above);
        List<Node> beside = new ArrayList<>();
        List<Node> headings = new ArrayList<>();
        for (int line = lines.first(); line < lines.end(); line++) {
            double y = Math.round(plan.top(line) - down.getValue()) + RING;
            switch (plan.line(line)) {
                case GridLine.Cells row ->
                        beside.add(placed(names.row(line, row), 0, y, NAMES - 4, plan.height()));
                case GridLine.Heading heading ->
                        headings.add(
                                placed(
                                        names.section(line, heading),
                                        0,
                                        y,
                                        getWidth() - BAR,
                                        GridPlan.HEADING));
            }
        }
        beside.addAll(headings);
        boolean any = !headings.isEmpty();
        // A heading goes over the whole width.
        sides.resize(any ? getWidth() - BAR : NAMES, sides.getHeight());
        sides.setMouseTransparent(true);
        replace(sides, beside);
    }

    private static Region placed(Region node, double x, double y, double width, double height) {
        node.resizeRelocate(x, y, width, height);
        return node;
    }

    private static void replace(Pane pane, List<Node> nodes) {
        if (!pane.getChildren().equals(nodes)) {
            pane.getChildren().setAll(nodes);
        }
    }
}
