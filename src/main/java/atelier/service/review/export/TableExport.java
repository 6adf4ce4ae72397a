package atelier.service.review.export;

import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison as a table, one line for each cell. */
final class TableExport {

    private static final List<String> HEADS =
            List.of(
                    "id",
                    "model",
                    "adapter",
                    "training_step",
                    "strength",
                    "prompt",
                    "plain",
                    "seed",
                    "sampler",
                    "schedule",
                    "steps",
                    "guidance",
                    "file",
                    "made",
                    "same",
                    "stars");
    private static final List<String> FURTHER =
            List.of("quality", "nearest", "nearest_cosine", "may_copy", "psnr_to_baseline");

    private final Report report;
    private final List<Metric> metrics;

    TableExport(Report report) {
        this.report = report;
        this.metrics = report.scores() == null ? List.of() : report.scores().metrics();
    }

    /**
     * Writes it.
     *
     * @throws atelier.model.AtelierException if it cannot be written
     */
    void write(Path file) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(heads());
        report.comparison().cells().forEach(cell -> lines.add(values(cell)));
        CommaTable.write(file, lines);
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>(HEADS);
        if (report.scores() != null) {
            metrics.forEach(metric -> heads.add(CommaTable.head(metric.label())));
            heads.addAll(FURTHER);
        }
        return heads;
    }

    private List<String> values(Cell cell) {
        List<String> values = new ArrayList<>(settings(cell));
        if (report.scores() != null) {
            addScores(values, report.score(cell));
        }
        return values;
    }

    private void addScores(List<String> values, @Nullable CellScore score) {
        for (Metric metric : metrics) {
            values.add(score == null ? "" : Numbers.exact(score.values().get(metric)));
        }
        NearestPicture nearest = score == null ? null : score.nearest();
        values.add(score == null ? "" : Numbers.exact(score.quality()));
        values.add(nearest == null ? "" : nearest.name());
        values.add(nearest == null ? "" : Numbers.exact(nearest.cosine()));
        values.add(score == null ? "" : Boolean.toString(score.copies()));
        values.add(score == null ? "" : Numbers.exact(score.toBaseline()));
    }

    private String stars(Cell cell) {
        Integer given = report.stars().get(cell.id());
        return given == null ? "" : given.toString();
    }

    private List<String> settings(Cell cell) {
        return Stream.of(
                        cell.id(),
                        cell.model().name(),
                        cell.column().adapterName(),
                        cell.column().step(),
                        cell.column().strength(),
                        cell.prompt().text(),
                        cell.prompt().plain(),
                        cell.seed(),
                        cell.sampling().sampler().sampler(),
                        cell.sampling().sampler().schedule(),
                        cell.sampling().steps(),
                        cell.sampling().guidance(),
                        "cells/" + cell.id() + ".png",
                        report.folder().has(cell),
                        report.same().contains(cell.id()),
                        stars(cell))
                .map(String::valueOf)
                .toList();
    }
}
