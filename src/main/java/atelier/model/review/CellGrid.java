package atelier.model.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison laid out to look at: columns of adapters, rows of prompts and seeds. */
public final class CellGrid {

    private CellGrid() {}

    /**
     * Rows that share a base model and the way of sampling.
     *
     * @param title what tells it from other sections; empty where there is one alone
     * @param model that they share
     * @param sampling that they share
     * @param rows in the order of prompts and seeds
     */
    public record Section(
            String title, ComparedModel model, CellSampling sampling, List<Row> rows) {

        /** Copies the list. */
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Cells that differ in their adapters alone.
     *
     * @param prompt of all of them
     * @param seed of all of them
     * @param cells one for each column, the baseline first
     */
    public record Row(ComparedPrompt prompt, long seed, List<Cell> cells) {

        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private record SectionKey(ComparedModel model, CellSampling sampling) {}

    private record RowKey(ComparedPrompt prompt, long seed) {}

    /** The sections of a comparison. */
    public static List<Section> of(Comparison comparison) {
        Map<SectionKey, List<Cell>> bySection =
                comparison.cells().stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> new SectionKey(cell.model(), cell.sampling()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Section> sections = new ArrayList<>();
        bySection.forEach((key, cells) ->
                sections.add(
                        new Section(
                                title(comparison.axes(), key),
                                key.model(),
                                key.sampling(),
                                rows(cells))));
        return sections;
    }

    private static List<Row> rows(List<Cell> cells) {
        Map<RowKey, List<Cell>> byRow =
                cells.stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> new RowKey(cell.prompt(), cell.seed()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        byRow.forEach((key, row) -> rows.add(new Row(key.prompt(), key.seed(), row)));
        return rows;
    }

    private static String title(ComparisonAxes axes, SectionKey key) {
        List<String> parts = new ArrayList<>();
        if (axes.models().size() > 1) {
            parts.add(key.model().name());
        }
        if (axes.samplings().size() > 1) {
            parts.add(key.sampling().label());
        }
        return String.join(" · ", parts);
    }
}
