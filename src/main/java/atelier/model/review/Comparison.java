package atelier.model.review;

import java.util.ArrayList;
import java.util.List;

/**
 * Images of the same prompts and seeds, made with different adapters and settings to be looked at
 * side by side.
 *
 * @param name what the user knows it by
 * @param axes what varies
 * @param settings what is the same in every cell
 */
public record Comparison(String name, ComparisonAxes axes, CellSettings settings) {

    /**
     * Every cell, in the order in which they are made: what takes longest to change, the base model
     * and then the adapter, changes least often. The baseline comes first.
     */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (ComparedModel model : axes.models()) {
            for (Column column : axes.columns()) {
                axes.samplings().forEach(sampling -> add(cells, model, column, sampling));
            }
        }
        return cells;
    }

    private void add(List<Cell> cells, ComparedModel model, Column column, CellSampling sampling) {
        CellIds ids = new CellIds(settings);
        for (ComparedPrompt prompt : axes.prompts()) {
            for (long seed : axes.seeds()) {
                String id = ids.id(model, column, sampling, prompt, seed);
                cells.add(new Cell(id, model, column, sampling, prompt, seed));
            }
        }
    }

    /** How many cells there are. */
    public long count() {
        return (long) axes.models().size()
                * axes.columns().size()
                * axes.samplers().size()
                * axes.steps().size()
                * axes.guidances().size()
                * axes.prompts().size()
                * axes.seeds().size();
    }
}
