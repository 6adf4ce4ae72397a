package atelier.service.review.export;

import atelier.model.review.Cell;
import atelier.model.review.CellGrid;
import atelier.model.review.Column;
import atelier.model.review.Comparison;
import atelier.service.page.Html;
import atelier.service.page.InlinePicture;
import atelier.service.page.Page;
import java.nio.file.Path;
import java.util.Set;

/** A comparison as a page that needs no other file and no network. */
final class PageExport {

    private static final int MANY = 300;
    private static final int USUAL_SIDE = 256;
    private static final int SMALL_SIDE = 144;

    private final Report report;
    private final Comparison comparison;
    private final Set<String> same;
    private final int side;

    PageExport(Report report) {
        this.report = report;
        this.comparison = report.comparison();
        this.same = report.same();
        // So that a page of two thousand cells still opens.
        this.side = comparison.count() > MANY ? SMALL_SIDE : USUAL_SIDE;
    }

    /**
     * Writes it.
     *
     * @throws atelier.model.AtelierException if it cannot be written
     */
    void write(Path file) {
        Page.write(
                file,
                comparison.name(),
                Page.resource(PageExport.class, "comparison.css"),
                html -> {
                    html.add(
                            "<header><h1>%s</h1><p class=\"quiet\">%s</p><p class=\"quiet\">%s</p></header>",
                            comparison.name(), report.remark(), report.settings());
                    identical(html);
                    if (report.scores() != null) {
                        new ScoreSection(comparison.axes(), report.scores()).write(html);
                    }
                    CellGrid.of(comparison).forEach(section -> section(html, section));
                });
    }

    private void identical(Html html) {
        report.identical()
                .forEach(group ->
                        html.add(
                                "<p class=\"notice warning\">%s</p>",
                                group.sentence(comparison.axes())));
    }

    private void section(Html html, CellGrid.Section section) {
        html.raw("<section class=\"card\">");
        if (!section.title().isEmpty()) {
            html.add("<h2>%s</h2>", section.title());
        }
        html.raw("<div class=\"sheet\"><table><thead><tr><th></th>");
        for (Column column : comparison.axes().columns()) {
            html.add("<th scope=\"col\">%s</th>", comparison.axes().label(column));
        }
        html.raw("</tr></thead><tbody>");
        section.rows().forEach(row -> row(html, row));
        html.raw("</tbody></table></div></section>");
    }

    private void row(Html html, CellGrid.Row row) {
        html.add(
                "<tr><th scope=\"row\">%s<span>%sseed %d</span></th>",
                row.prompt().text(),
                row.prompt().plain() ? "without the trigger · " : "",
                row.seed());
        row.cells().forEach(cell -> cell(html, cell));
        html.raw("</tr>");
    }

    private void cell(Html html, Cell cell) {
        if (!report.folder().has(cell)) {
            html.raw("<td class=\"gap\"></td>");
            return;
        }
        html.add(
                "<td id=\"%s\"><img alt=\"%s, seed %d\" src=\"%s\">",
                cell.id(),
                comparison.axes().label(cell.column()),
                cell.seed(),
                InlinePicture.address(
                        "jpeg",
                        InlinePicture.small(
                                report.pictures().read(report.folder().cell(cell)), side)));
        String warning = report.warning(cell, same);
        if (!warning.isEmpty()) {
            html.add("<span class=\"chip warning\">%s</span>", warning);
        }
        String badge = report.badge(cell);
        if (!badge.isEmpty()) {
            html.add("<span class=\"badge\">%s</span>", badge);
        }
        html.raw("</td>");
    }
}
