package atelier.model.review;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.ModelChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final CellSettings SETTINGS =
            new CellSettings(null, 64, 64, 0, 0, EmphasisMode.NO_NORM);

    private static ComparedModel model(String name, String folder) {
        return new ComparedModel(name, ModelChoice.of(Path.of(folder, name)), "hash of " + name);
    }

    private static ComparedAdapter adapter(String name, String folder) {
        return new ComparedAdapter(name, Path.of(folder, name), "hash of " + name, 10);
    }

    private static Comparison comparison(String folder, List<Long> seeds) {
        return new Comparison(
                "mia",
                new ComparisonAxes(
                        List.of(model("one", folder), model("two", folder)),
                        List.of(adapter("a", folder), adapter("b", folder)),
                        List.of(0.5, 1.0),
                        List.of(
                                new ComparedPrompt("mia", false),
                                new ComparedPrompt("a person", true)),
                        seeds,
                        List.of(
                                new SamplerChoice("euler", "leading"),
                                new SamplerChoice("dpmpp-2m", "karras")),
                        List.of(4, 8),
                        List.of(1.0, 5.0)),
                SETTINGS);
    }

    @Test
    void everyCombinationIsACellAndTheDearAxesChangeLeast() {
        Comparison comparison = comparison("here", List.of(1L, 2L, 3L));
        List<Cell> cells = comparison.cells();
        // Two models, a baseline and two adapters at two strengths, eight ways to sample.
        assertThat(cells).hasSize(2 * 5 * 8 * 2 * 3).doesNotHaveDuplicates();
        assertThat(comparison.count()).isEqualTo(cells.size());
        assertThat(cells).extracting(Cell::id).doesNotHaveDuplicates();
        assertThat(changes(cells.stream().map(Cell::model).toList())).isEqualTo(1);
        assertThat(changes(cells.stream().map(Cell::column).toList())).isEqualTo(2 * 5 - 1);
        assertThat(cells.getFirst().column().isBaseline()).isTrue();
        assertThat(cells.stream().filter(cell -> cell.column().isBaseline())).hasSize(2 * 8 * 6);
    }

    private static int changes(List<?> values) {
        int changes = 0;
        for (int i = 1; i < values.size(); i++) {
            changes += values.get(i).equals(values.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    @Test
    void aCellKeepsItsIdWhereverTheFilesLieAndWhateverElseIsCompared() {
        List<String> ids = ids(comparison("here", List.of(1L, 2L)));
        assertThat(ids(comparison("there", List.of(1L, 2L)))).isEqualTo(ids);
        assertThat(ids(comparison("here", List.of(1L, 2L, 3L)))).containsAll(ids);
        assertThat(ids(comparison("here", List.of(3L)))).doesNotContainAnyElementsOf(ids);
    }

    private static List<String> ids(Comparison comparison) {
        return comparison.cells().stream().map(Cell::id).toList();
    }

    @Test
    void whateverChangesAnImageChangesTheId() {
        CellSampling sampling = new CellSampling(new SamplerChoice("euler", "leading"), 4, 5);
        ComparedPrompt prompt = new ComparedPrompt("mia", false);
        Column column = new Column(adapter("a", ""), 1);
        CellIds ids = new CellIds(SETTINGS);
        ComparedModel model = model("one", "");
        List<String> all = new ArrayList<>();
        all.add(ids.id(model, column, sampling, prompt, 1));
        all.add(ids.id(model("two", ""), column, sampling, prompt, 1));
        all.add(
                ids.id(
                        new ComparedModel("one", model.choice(), "other"),
                        column,
                        sampling,
                        prompt,
                        1));
        all.add(ids.id(model, Column.BASELINE, sampling, prompt, 1));
        all.add(ids.id(model, new Column(adapter("a", ""), 0.5), sampling, prompt, 1));
        all.add(
                ids.id(
                        model,
                        new Column(new ComparedAdapter("a", Path.of("a"), "other", 10), 1),
                        sampling,
                        prompt,
                        1));
        all.add(
                ids.id(
                        model,
                        column,
                        new CellSampling(new SamplerChoice("euler", "karras"), 4, 5),
                        prompt,
                        1));
        all.add(ids.id(model, column, new CellSampling(sampling.sampler(), 5, 5), prompt, 1));
        all.add(ids.id(model, column, new CellSampling(sampling.sampler(), 4, 6), prompt, 1));
        all.add(ids.id(model, column, sampling, new ComparedPrompt("mia 1", false), 1));
        all.add(ids.id(model, column, sampling, prompt, 2));
        for (CellSettings other :
                List.of(
                        new CellSettings("", 64, 64, 0, 0, EmphasisMode.NO_NORM),
                        new CellSettings(null, 72, 64, 0, 0, EmphasisMode.NO_NORM),
                        new CellSettings(null, 64, 72, 0, 0, EmphasisMode.NO_NORM),
                        new CellSettings(null, 64, 64, 0.7, 0, EmphasisMode.NO_NORM),
                        new CellSettings(null, 64, 64, 0, 1, EmphasisMode.NO_NORM),
                        new CellSettings(null, 64, 64, 0, 0, EmphasisMode.ORIGINAL))) {
            all.add(new CellIds(other).id(model, column, sampling, prompt, 1));
        }
        assertThat(all).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{12}"));
    }

    @Test
    void strengthsAreToldWhereThereAreSeveral() {
        Column column = new Column(adapter("step-000240", ""), 0.8);
        assertThat(column.label(true)).isEqualTo("step-000240 × 0.8");
        assertThat(column.label(false)).isEqualTo("step-000240");
        assertThat(new Column(column.adapter(), 1).label(true)).isEqualTo("step-000240 × 1");
        assertThat(Column.BASELINE.label(true)).isEqualTo("no adapter");
    }

    @Test
    void anAdapterWithoutEffectIsNamed() {
        Comparison comparison = comparison("here", LongStream.range(0, 2).boxed().toList());
        List<Cell> cells = comparison.cells();
        Cell base = cells.getFirst();
        Cell same =
                cells.stream()
                        .filter(cell -> !cell.column().isBaseline() && cell.isAcross(base))
                        .findFirst()
                        .orElseThrow();
        assertThat(new IdenticalCells(List.of(base, same)).sentence(comparison.axes()))
                .isEqualTo(
                        "The adapter a × 0.5 had no effect: its cell of seed 0 is the same as without an adapter.");
        assertThat(new IdenticalCells(List.of(base, cells.get(1))).sentence(comparison.axes()))
                .contains(base.id(), cells.get(1).id(), "though they should differ");
    }
}
