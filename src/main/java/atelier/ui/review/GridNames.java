package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.Column;
import atelier.model.review.ComparedPrompt;
import atelier.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands at the heads of the grid's columns and rows; each is made once. */
final class GridNames {

    private final CellsModel cells;
    private final Texts texts;
    private final Map<Integer, Label> columns = new HashMap<>();
    private final Map<Integer, Region> rows = new HashMap<>();
    private final Label corner = new Label();

    GridNames(CellsModel cells, Texts texts) {
        this.cells = cells;
        this.texts = texts;
        corner.getStyleClass().addAll("quiet", "caption-text");
        corner.setWrapText(true);
        corner.setManaged(false);
    }

    /** Forgets all of them, as the comparison or the language changed. */
    void forget() {
        columns.clear();
        rows.clear();
    }

    /** What rows and columns are. */
    Label corner() {
        corner.setText(texts.say("review.corner"));
        return corner;
    }

    /** The name of a column. */
    Label column(int number) {
        Label label = columns.computeIfAbsent(number, this::makeColumn);
        Cell chosen = cells.chosen().get();
        OpenComparison open = cells.open().get();
        boolean here =
                chosen != null
                        && open != null
                        && open.comparison().axes().columns().indexOf(chosen.column()) == number;
        label.getStyleClass().remove("here");
        if (here) {
            label.getStyleClass().add("here");
        }
        return label;
    }

    private Label makeColumn(int number) {
        OpenComparison open = cells.open().get();
        List<Column> all = open == null ? List.of() : open.comparison().axes().columns();
        Label label =
                new Label(
                        open == null || number >= all.size()
                                ? ""
                                : new ReviewWords(texts, open.comparison().axes())
                                        .column(all.get(number)));
        label.getStyleClass().add("column-name");
        // The end of a file's name tells it from others, its beginning does not.
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        label.setAlignment(Pos.CENTER);
        label.setManaged(false);
        return label;
    }

    /** The name of a row: its prompt and its seed. */
    Region row(int line, GridLine.Cells row) {
        return rows.computeIfAbsent(line, _ -> makeRow(row));
    }

    private Region makeRow(GridLine.Cells row) {
        ComparedPrompt prompt = row.row().prompt();
        Label words = new Label(prompt.text());
        words.setWrapText(true);
        words.setTextOverrun(OverrunStyle.WORD_ELLIPSIS);
        words.getStyleClass().add("row-name");
        words.setMinHeight(0);
        Label seed = new Label(texts.say("review.seed", ReviewWords.text(row.row().seed())));
        seed.getStyleClass().addAll("quiet", "small-text");
        seed.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(2, words, seed);
        if (prompt.plain()) {
            Label plain = new Label(texts.say("review.plain"));
            plain.getStyleClass().addAll("quiet", "caption-text");
            plain.setWrapText(true);
            plain.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(plain);
        }
        box.setAlignment(Pos.CENTER_LEFT);
        box.setManaged(false);
        return box;
    }

    /** The name of a section. */
    Region section(int line, GridLine.Heading heading) {
        return rows.computeIfAbsent(
                line,
                _ -> {
                    OpenComparison open = cells.open().get();
                    Label label =
                            new Label(
                                    open == null
                                            ? ""
                                            : new ReviewWords(texts, open.comparison().axes())
                                                    .section(heading.section()));
                    label.getStyleClass().add("section");
                    label.setManaged(false);
                    return label;
                });
    }

    /** What those hear of a cell who do not see it. */
    String spoken(Cell cell) {
        OpenComparison open = cells.open().get();
        return open == null ? "" : new ReviewWords(texts, open.comparison().axes()).cell(cell);
    }
}
