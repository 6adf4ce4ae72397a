package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.CellGrid;
import atelier.model.review.CellSampling;
import atelier.model.review.Column;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.SamplerChoice;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What the values of a comparison's axes are called, as short as tells them apart.
 *
 * @param texts speaks the language chosen
 * @param axes whose values they are
 */
record ReviewWords(Texts texts, ComparisonAxes axes) {

    private static final double WHOLE = 1e-9;

    /** A column: the step of its checkpoint where that tells it from all others. */
    String column(Column column) {
        ComparedAdapter adapter = column.adapter();
        if (adapter == null) {
            return texts.say("review.no-adapter");
        }
        String name = stepsTell() ? texts.say("review.step", adapter.step()) : adapter.name();
        return axes.strengths().size() > 1
                ? texts.say("review.at-strength", name, number(column.strength()))
                : name;
    }

    /** An adapter alone. */
    String adapter(ComparedAdapter adapter) {
        return stepsTell() ? texts.say("review.step", adapter.step()) : adapter.name();
    }

    /** Whether the step of each adapter is known and no two have the same. */
    private boolean stepsTell() {
        List<Long> steps = axes.adapters().stream().map(ComparedAdapter::step).toList();
        return steps.stream().allMatch(step -> step > 0)
                && steps.stream().distinct().count() == steps.size();
    }

    /** What tells a section from the others; empty where there is one alone. */
    String section(CellGrid.Section section) {
        List<String> parts = new ArrayList<>();
        if (axes.models().size() > 1) {
            parts.add(section.model().name());
        }
        CellSampling sampling = section.sampling();
        if (axes.samplers().size() > 1) {
            parts.add(sampler(sampling.sampler()));
        }
        if (axes.steps().size() > 1) {
            parts.add(texts.say("review.steps-of", sampling.steps()));
        }
        if (axes.guidances().size() > 1) {
            parts.add(texts.say("review.guidance-of", number(sampling.guidance())));
        }
        return String.join(" · ", parts);
    }

    /** A sampler with its schedule. */
    String sampler(SamplerChoice choice) {
        return texts.say("sampler." + choice.sampler())
                + ' '
                + texts.say("schedule." + choice.schedule());
    }

    /** A small number such as a strength. */
    Phrase number(double value) {
        return Math.abs(value - Math.rint(value)) < WHOLE
                ? Phrase.of("review.whole", Math.round(value))
                : Math.abs(value * 10 - Math.rint(value * 10)) < WHOLE
                        ? Phrase.of("review.decimal1", value)
                        : Phrase.of("review.decimal2", value);
    }

    /** A cell, for those who hear it. */
    String cell(Cell cell) {
        return texts.say(
                "review.cell", column(cell.column()), cell.prompt().text(), text(cell.seed()));
    }

    /** A seed, which is no amount: its digits are not set apart. */
    static String text(long seed) {
        return Long.toString(seed);
    }
}
