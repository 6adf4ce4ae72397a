package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.CellGrid;
import atelier.model.review.CellScore;
import atelier.model.review.ComparisonScores;
import atelier.model.review.NearestPicture;
import atelier.ui.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The cells of the open comparison: how they are looked at, and which of them. */
final class CellsModel {

    /** The smallest width of a cell, in pixels. */
    static final double LEAST = 64;

    /** The largest. */
    static final double MOST = 512;

    /** The usual one. */
    static final double USUAL = 108;

    private static final int PAIR = 2;

    private final ReadOnlyObjectWrapper<@Nullable OpenComparison> open =
            new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<ReviewView> view = new SimpleObjectProperty<>(ReviewView.GRID);
    private final ObjectProperty<@Nullable Cell> chosen = new SimpleObjectProperty<>();
    private final ObservableList<Cell> picked = FXCollections.observableArrayList();
    private final ObjectProperty<ScoreChoice> score =
            new SimpleObjectProperty<>(ScoreChoice.QUALITY);
    private final DoubleProperty side = new SimpleDoubleProperty(USUAL);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final Zoom zoom = new Zoom();
    private List<GridLine> lines = List.of();
    private @Nullable LiveCell live;
    private boolean alone;

    CellsModel() {
        chosen.subscribe((_, _) -> changed());
        picked.subscribe(this::changed);
        score.subscribe((_, _) -> changed());
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Shows a comparison; what was chosen in it before stays. */
    void show(@Nullable OpenComparison now) {
        OpenComparison before = open.get();
        boolean same = now != null && now.isSame(before);
        // Whoever hears that another one is open finds nothing left of the one before.
        if (!same) {
            picked.clear();
            zoom.reset();
            view.set(ReviewView.GRID);
            chosen.set(null);
        }
        lines = now == null ? List.of() : lines(now.sections());
        open.set(now);
        offerScores(now == null ? null : now.scores());
        changed();
    }

    private void offerScores(@Nullable ComparisonScores scores) {
        List<ScoreChoice> choices = scores == null ? List.of() : ScoreChoice.of(scores);
        if (!choices.isEmpty() && !choices.contains(score.get())) {
            score.set(choices.getFirst());
        }
    }

    private static List<GridLine> lines(List<CellGrid.Section> sections) {
        List<GridLine> all = new ArrayList<>();
        for (CellGrid.Section section : sections) {
            if (sections.size() > 1) {
                all.add(new GridLine.Heading(section));
            }
            section.rows().forEach(row -> all.add(new GridLine.Cells(row)));
        }
        return all;
    }

    /** Shows what can be seen of a cell that is being made; null where none is. */
    void show(@Nullable LiveCell now) {
        live = now;
        changed();
    }

    /** How a cell looks now. */
    CellLook look(Cell cell) {
        OpenComparison now = open.get();
        boolean made = now != null && now.has(cell);
        CellScore measured = now == null ? null : now.score(cell);
        Double value = measured == null ? null : score.get().of(measured);
        LiveCell being = live;
        boolean isLive = !made && being != null && being.id().equals(cell.id());
        boolean same = now != null && now.same().contains(cell.id());
        return new CellLook(
                cell,
                made ? now.file(cell) : null,
                isLive && being != null ? being.preview() : null,
                isLive,
                value,
                value == null || now == null || now.scores() == null
                        ? null
                        : score.get().band(value, now.scores()),
                same ? Phrase.of("review.badge-same") : warning(measured),
                same ? "copy" : isCopy(measured) ? "alert-triangle" : "user-x",
                now == null ? 0 : now.stars(cell),
                cell.equals(chosen.get()),
                picked.contains(cell));
    }

    private static boolean isCopy(@Nullable CellScore measured) {
        return measured != null && measured.copies() && measured.nearest() != null;
    }

    private static @Nullable Phrase warning(@Nullable CellScore measured) {
        NearestPicture nearest = measured == null ? null : measured.nearest();
        if (isCopy(measured) && nearest != null) {
            return Phrase.of("review.badge-near", nearest.name());
        }
        return measured != null && measured.faceless() ? Phrase.of("review.badge-faceless") : null;
    }

    /** Chooses the cell so many places to the right of the chosen one, and so many lines below. */
    void move(int right, int down) {
        List<CellGrid.Row> rows = rows();
        if (rows.isEmpty()) {
            return;
        }
        Cell now = chosen.get();
        if (now == null) {
            chosen.set(rows.getFirst().cells().getFirst());
            return;
        }
        int line = line(rows, now);
        int column = rows.get(line).cells().indexOf(now);
        List<Cell> cells = rows.get(Math.clamp(line + down, 0, rows.size() - 1)).cells();
        chosen.set(cells.get(Math.clamp(column + right, 0, cells.size() - 1)));
    }

    private List<CellGrid.Row> rows() {
        OpenComparison now = open.get();
        return now == null
                ? List.of()
                : now.sections().stream().flatMap(section -> section.rows().stream()).toList();
    }

    private static int line(List<CellGrid.Row> rows, Cell cell) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).cells().contains(cell)) {
                return i;
            }
        }
        return 0;
    }

    /** Picks the chosen cell to be seen beside others, or leaves it out again. */
    void pick() {
        Cell cell = chosen.get();
        if (cell != null && !picked.remove(cell)) {
            picked.add(cell);
        }
    }

    /** The cells to see side by side: those picked; else the chosen one and its baseline. */
    List<Cell> beside() {
        Cell cell = chosen.get();
        if (alone && cell != null) {
            return List.of(cell);
        }
        return picked.size() > 1 ? List.copyOf(picked) : pair();
    }

    /**
     * The two cells to hold against each other: those picked where they are two; else the chosen
     * one, and the same without an adapter. Empty where nothing is chosen.
     */
    List<Cell> pair() {
        OpenComparison now = open.get();
        if (picked.size() == PAIR) {
            return List.copyOf(picked);
        }
        Cell cell = chosen.get() == null && !picked.isEmpty() ? picked.getFirst() : chosen.get();
        if (now == null || cell == null) {
            return List.of();
        }
        Cell baseline = now.baseline(cell);
        if (!cell.equals(baseline)) {
            return List.of(baseline, cell);
        }
        return rows().stream()
                .filter(row -> row.cells().getFirst().equals(cell) && row.cells().size() > 1)
                .findFirst()
                .map(row -> List.of(cell, row.cells().get(1)))
                .orElse(List.of(cell));
    }

    /** Looks at them in that way. Where nothing is chosen, the first cell is. */
    void look(ReviewView way) {
        show(way, false);
    }

    /** Shows the chosen cell alone, as large as fits, or all of them again. */
    void lookClosely() {
        show(view.get() == ReviewView.GRID ? ReviewView.SIDE : ReviewView.GRID, true);
    }

    private void show(ReviewView way, boolean only) {
        if (chosen.get() == null) {
            move(0, 0);
        }
        alone = only;
        view.set(way);
        changed();
    }

    /** What is open; null for nothing. */
    ReadOnlyObjectProperty<@Nullable OpenComparison> open() {
        return open.getReadOnlyProperty();
    }

    /** The lines of the grid. */
    List<GridLine> lines() {
        return lines;
    }

    /** How the cells are looked at. */
    ReadOnlyObjectProperty<ReviewView> view() {
        return view;
    }

    /** The chosen cell; null for none. */
    ObjectProperty<@Nullable Cell> chosen() {
        return chosen;
    }

    /** Those that were picked, in that order. */
    ObservableList<Cell> picked() {
        return picked;
    }

    /** The number that cells show. */
    ObjectProperty<ScoreChoice> score() {
        return score;
    }

    /** Width of a cell in pixels. */
    DoubleProperty side() {
        return side;
    }

    /** Which part of the pictures is seen. */
    Zoom zoom() {
        return zoom;
    }

    /** Counts changes of how cells look. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
