package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.review.Cell;
import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonResult;
import atelier.model.review.ComparisonScores;
import atelier.model.review.IdenticalCells;
import atelier.model.review.Metric;
import atelier.service.review.export.ExportedFiles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What came of a comparison, in words and as facts. */
final class ComparedText {

    private static final double PERCENT = 100;

    private ComparedText() {}

    /** Cells that are the same. */
    static void show(JobOutput output, ComparisonAxes axes, IdenticalCells group) {
        String sentence = group.sentence(axes);
        output.result(
                "identical",
                Facts.of("cells", group.cells().stream().map(Cell::id).toList())
                        .and("message", sentence),
                TerminalText.oneLine(sentence));
    }

    /** The scores of each adapter, and what is not measured. */
    static void show(JobOutput output, ComparisonAxes axes, ComparisonScores scores) {
        scores.columns().forEach(score -> show(output, axes, score, scores));
        scores.remarks().forEach(output::noticed);
    }

    private static void show(
            JobOutput output, ComparisonAxes axes, ColumnScore score, ComparisonScores scores) {
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Double> shares = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder(axes.label(score.column())).append(':');
        for (Metric metric : scores.metrics()) {
            Double mean = score.means().get(metric);
            if (mean != null) {
                means.put(metric.label(), mean);
                text.append(String.format(Locale.ROOT, " %s %.3f", metric.label(), mean));
            }
            Double share = score.shares().get(metric);
            if (share != null) {
                shares.put(metric.label(), share);
                text.append(String.format(Locale.ROOT, " (%.0f %%)", PERCENT * share));
            }
        }
        if (score.quality() != null) {
            text.append(String.format(Locale.ROOT, ", quality %.3f", score.quality()));
        }
        if (score.leak() != null) {
            text.append(String.format(Locale.ROOT, ", leak %.2f", score.leak()));
        }
        if (!score.copies().isEmpty()) {
            text.append(", %d may be copies".formatted(score.copies().size()));
        }
        if (!score.faceless().isEmpty()) {
            text.append(", %d without a face".formatted(score.faceless().size()));
        }
        output.result(
                "score",
                Facts.of("model", score.model())
                        .and("adapter", score.column().adapterName())
                        .and("step", score.column().step())
                        .and("strength", score.column().strength())
                        .and("cells", score.cells())
                        .and("means", means)
                        .and("shares", shares)
                        .and("quality", score.quality())
                        .and("leak", score.leak())
                        .and("copies", score.copies())
                        .and("faceless", score.faceless()),
                TerminalText.oneLine(text.toString()));
    }

    /** All of it, and where its files lie. */
    static void show(JobOutput output, ComparisonResult result, ExportedFiles files) {
        output.result(
                "compared",
                Facts.of("folder", result.folder())
                        .and("cells", result.cells())
                        .and("made", result.made())
                        .and("cellSeconds", result.timing().cell())
                        .and("swapSeconds", result.timing().swap())
                        .and("swapShare", result.timing().swapShare())
                        .and("page", files.page())
                        .and("tables", files.tables())
                        .and("sheets", files.sheets()),
                text(result, files));
    }

    private static String text(ComparisonResult result, ExportedFiles files) {
        Table table =
                new Table(
                        "%s, %d made now"
                                .formatted(Amounts.of(result.cells(), "cell"), result.made()));
        if (result.timing().cell() > 0) {
            table.row("cell", Amounts.seconds(result.timing().cell()));
        }
        if (result.timing().swap() > 0) {
            table.row(
                    "adapter swap",
                    String.format(
                            Locale.ROOT,
                            "%s, %.1f %% of a cell",
                            Amounts.seconds(result.timing().swap()),
                            PERCENT * result.timing().swapShare()));
        }
        table.row("page", files.page().toString());
        files.tables().forEach(file -> table.row("table", file.toString()));
        files.sheets().forEach(sheet -> table.row("sheet", sheet.toString()));
        return table.text();
    }
}
