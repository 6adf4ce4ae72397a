package atelier.service.review.export;

import atelier.model.review.Cell;
import atelier.service.storage.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as a table, one line for each cell, as comma-separated values (RFC 4180). */
final class TableExport {

    private static final String END = "\r\n";
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
                    "same");

    private final Report report;

    TableExport(Report report) {
        this.report = report;
    }

    /**
     * Writes it.
     *
     * @throws atelier.model.AtelierException if it cannot be written
     */
    void write(Path file) {
        String text =
                Stream.concat(
                                Stream.of(HEADS),
                                report.comparison().cells().stream().map(this::values))
                        .map(TableExport::line)
                        .collect(Collectors.joining(END, "", END));
        AtomicFiles.replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> values(Cell cell) {
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
                        report.same().contains(cell.id()))
                .map(String::valueOf)
                .toList();
    }

    private static String line(List<String> values) {
        return values.stream().map(TableExport::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        boolean plain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
