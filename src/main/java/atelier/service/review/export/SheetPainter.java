package atelier.service.review.export;

import atelier.model.review.Cell;
import atelier.model.review.CellGrid;
import atelier.model.review.CellSettings;
import atelier.model.review.Column;
import atelier.service.page.Ink;
import atelier.service.storage.PictureScaler;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

/** Paints one sheet of a comparison. */
final class SheetPainter {

    private static final int LONGEST = 200;
    private static final int GAP = 8;
    private static final int MARGIN = 24;
    private static final int LABELS = 150;
    private static final int LINE = 15;
    private static final int MOST_LINES = 6;
    private static final int HEADING = 56;
    private static final int COLUMN_HEAD = 26;

    private final Report report;
    private final SheetExport.Sheet sheet;
    private final String number;
    private final Set<String> same;
    private final int cellWidth;
    private final int cellHeight;

    /**
     * @param number of the sheet, from 1
     * @param of how many there are
     */
    SheetPainter(Report report, SheetExport.Sheet sheet, int number, int of) {
        this.report = report;
        this.sheet = sheet;
        this.number = of == 1 ? "" : "sheet %d of %d".formatted(number, of);
        this.same = report.same();
        CellSettings settings = report.comparison().settings();
        int longer = Math.max(settings.width(), settings.height());
        this.cellWidth = Math.max(1, LONGEST * settings.width() / longer);
        this.cellHeight = Math.max(1, LONGEST * settings.height() / longer);
    }

    BufferedImage paint() {
        int width = 2 * MARGIN + LABELS + sheet.columns().size() * (cellWidth + GAP) - GAP;
        int height =
                MARGIN
                        + HEADING
                        + COLUMN_HEAD
                        + sheet.rows().size() * (cellHeight + GAP)
                        - GAP
                        + MARGIN;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            Ink.prepare(graphics);
            graphics.setColor(Ink.WINDOW);
            graphics.fillRect(0, 0, width, height);
            heading(graphics, width - 2 * MARGIN);
            heads(graphics);
            int y = MARGIN + HEADING + COLUMN_HEAD;
            for (CellGrid.Row row : sheet.rows()) {
                row(graphics, row, y);
                y += cellHeight + GAP;
            }
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private void heading(Graphics2D graphics, int room) {
        String name = Ink.cut(graphics, Ink.HEADING, report.comparison().name(), room);
        Ink.text(graphics, Ink.HEADING, Ink.STRONG, name, MARGIN, MARGIN + 14);
        String remark =
                List.of(report.remark(), sheet.title(), number).stream()
                        .filter(part -> !part.isEmpty())
                        .reduce((one, other) -> one + " · " + other)
                        .orElseThrow();
        Ink.text(
                graphics,
                Ink.TEXT,
                Ink.QUIET,
                Ink.cut(graphics, Ink.TEXT, remark, room),
                MARGIN,
                MARGIN + 34);
    }

    private void heads(Graphics2D graphics) {
        int x = MARGIN + LABELS;
        for (Column column : sheet.columns()) {
            String label = report.comparison().axes().label(column);
            Color colour = column.isBaseline() ? Ink.QUIET : Ink.STRONG;
            Ink.text(
                    graphics,
                    Ink.TITLE,
                    colour,
                    Ink.cut(graphics, Ink.TITLE, label, cellWidth),
                    x,
                    MARGIN + HEADING + COLUMN_HEAD - 10);
            x += cellWidth + GAP;
        }
    }

    private void row(Graphics2D graphics, CellGrid.Row row, int y) {
        int line = y + 12;
        for (String text :
                Ink.lines(graphics, Ink.TEXT, row.prompt().text(), LABELS - 2 * GAP, MOST_LINES)) {
            Ink.text(graphics, Ink.TEXT, Ink.STRONG, text, MARGIN, line);
            line += LINE;
        }
        if (row.prompt().plain()) {
            Ink.text(graphics, Ink.TEXT, Ink.QUIET, "without the trigger", MARGIN, line);
            line += LINE;
        }
        Ink.text(graphics, Ink.TEXT, Ink.QUIET, "seed " + row.seed(), MARGIN, line);
        int x = MARGIN + LABELS;
        for (Cell cell : row.cells()) {
            cell(graphics, cell, x, y);
            x += cellWidth + GAP;
        }
    }

    private void cell(Graphics2D graphics, Cell cell, int x, int y) {
        if (!report.folder().has(cell)) {
            graphics.setColor(Ink.BORDER);
            graphics.setStroke(Ink.dashed());
            graphics.drawRect(x, y, cellWidth - 1, cellHeight - 1);
            return;
        }
        BufferedImage picture = report.pictures().read(report.folder().cell(cell));
        graphics.drawImage(PictureScaler.resized(picture, cellWidth, cellHeight), x, y, null);
        String warning = report.warning(cell, same);
        if (!warning.isEmpty()) {
            tag(graphics, Ink.AGAINST, warning, x + 6, y + 6);
        }
        String badge = report.badge(cell);
        if (!badge.isEmpty()) {
            tag(graphics, Ink.STRONG, badge, x + 6, y + cellHeight - 26);
        }
    }

    private static void tag(Graphics2D graphics, Color colour, String text, int x, int y) {
        int width = graphics.getFontMetrics(Ink.TEXT).stringWidth(text) + 12;
        Ink.card(graphics, x, y, width, 20);
        Ink.text(graphics, Ink.TEXT, colour, text, x + 6, y + 14);
    }
}
