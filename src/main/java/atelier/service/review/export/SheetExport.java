package atelier.service.review.export;

import atelier.model.review.Cell;
import atelier.model.review.CellGrid;
import atelier.model.review.Column;
import atelier.model.review.Comparison;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A comparison as sheets, each a PNG that any program can open: however many cells there are, no
 * sheet holds more than a screen or two of them. Each begins with the column of the plain model.
 */
final class SheetExport {

    private static final int MOST_COLUMNS = 10;
    private static final int MOST_ROWS = 15;

    private final Report report;

    SheetExport(Report report) {
        this.report = report;
    }

    /**
     * Writes all of them.
     *
     * @param folder where they go, as {@code sheet-01.png} and so on
     * @return the files
     * @throws atelier.model.AtelierException if one cannot be written
     */
    List<Path> write(Path folder) {
        List<Sheet> sheets = sheets();
        List<Path> files = new ArrayList<>();
        for (Sheet sheet : sheets) {
            Path file = folder.resolve("sheet-%02d.png".formatted(files.size() + 1));
            BufferedImage picture =
                    new SheetPainter(report, sheet, files.size() + 1, sheets.size()).paint();
            AtomicFiles.replace(file, out -> PngWriter.write(picture, List.of(), out));
            files.add(file);
        }
        return files;
    }

    /**
     * What one sheet shows.
     *
     * @param title of its section; may be empty
     * @param columns from left to right
     * @param rows from top to bottom, with cells of these columns alone
     */
    record Sheet(String title, List<Column> columns, List<CellGrid.Row> rows) {}

    private List<Sheet> sheets() {
        Comparison comparison = report.comparison();
        List<Column> columns = comparison.axes().columns();
        List<Sheet> sheets = new ArrayList<>();
        for (CellGrid.Section section : CellGrid.of(comparison)) {
            for (int top = 0; top < section.rows().size(); top += MOST_ROWS) {
                List<CellGrid.Row> rows =
                        section.rows()
                                .subList(top, Math.min(section.rows().size(), top + MOST_ROWS));
                for (List<Integer> chosen : chosen(columns.size())) {
                    sheets.add(
                            new Sheet(
                                    section.title(),
                                    chosen.stream().map(columns::get).toList(),
                                    rows.stream().map(row -> part(row, chosen)).toList()));
                }
            }
        }
        return sheets;
    }

    private static CellGrid.Row part(CellGrid.Row row, List<Integer> columns) {
        List<Cell> cells = columns.stream().map(row.cells()::get).toList();
        return new CellGrid.Row(row.prompt(), row.seed(), cells);
    }

    /** Which columns stand on which sheet: the first on each. */
    private static List<List<Integer>> chosen(int columns) {
        List<List<Integer>> all = new ArrayList<>();
        int next = 1;
        do {
            List<Integer> chosen = new ArrayList<>(List.of(0));
            while (chosen.size() < MOST_COLUMNS && next < columns) {
                chosen.add(next++);
            }
            all.add(chosen);
        } while (next < columns);
        return all;
    }
}
