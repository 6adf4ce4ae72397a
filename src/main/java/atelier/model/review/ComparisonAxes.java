package atelier.model.review;

import java.util.ArrayList;
import java.util.List;

/**
 * What varies from cell to cell of a comparison. Every combination is a cell; an axis of one value
 * varies nothing.
 *
 * @param models base models
 * @param adapters beside none at all, which every comparison has; may be empty
 * @param strengths of the adapters, none of them 0
 * @param prompts what to show
 * @param seeds of the noise
 * @param samplers with their schedules
 * @param steps of the sampler, each at least 1
 * @param guidances classifier-free guidance scales
 */
public record ComparisonAxes(
        List<ComparedModel> models,
        List<ComparedAdapter> adapters,
        List<Double> strengths,
        List<ComparedPrompt> prompts,
        List<Long> seeds,
        List<SamplerChoice> samplers,
        List<Integer> steps,
        List<Double> guidances) {

    /** Copies the axes. */
    public ComparisonAxes {
        models = List.copyOf(models);
        adapters = List.copyOf(adapters);
        strengths = List.copyOf(strengths);
        prompts = List.copyOf(prompts);
        seeds = List.copyOf(seeds);
        samplers = List.copyOf(samplers);
        steps = List.copyOf(steps);
        guidances = List.copyOf(guidances);
    }

    /** The baseline, then each adapter at each strength. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.BASELINE);
        for (ComparedAdapter adapter : adapters) {
            strengths.forEach(strength -> columns.add(new Column(adapter, strength)));
        }
        return columns;
    }

    /** Every combination of sampler, steps and guidance. */
    public List<CellSampling> samplings() {
        List<CellSampling> samplings = new ArrayList<>();
        for (SamplerChoice sampler : samplers) {
            for (int count : steps) {
                guidances.forEach(scale -> samplings.add(new CellSampling(sampler, count, scale)));
            }
        }
        return samplings;
    }

    /** What to call a column among these. */
    public String label(Column column) {
        return column.label(strengths.size() > 1);
    }
}
