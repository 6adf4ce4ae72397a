package atelier.service.review;

import atelier.model.AtelierException;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import java.util.List;

/** Refuses comparisons that cannot be made, before any cell is. */
final class ComparisonCheck {

    private static final long MOST_CELLS = 20_000;

    private ComparisonCheck() {}

    /**
     * Checks every axis and, of each cell that differs in its settings, the request.
     *
     * @throws AtelierException at the first thing that is wrong
     */
    static void check(Comparison comparison) {
        ComparisonAxes axes = comparison.axes();
        require("base model", axes.models());
        require("prompt", axes.prompts());
        require("seed", axes.seeds());
        require("sampler", axes.samplers());
        require("number of steps", axes.steps());
        require("guidance scale", axes.guidances());
        if (!axes.adapters().isEmpty()) {
            require("strength", axes.strengths());
        }
        for (double strength : axes.strengths()) {
            if (strength == 0) {
                throw new AtelierException(
                        "The strength 0 is the baseline, which every comparison has: leave it out.");
            }
            if (!Double.isFinite(strength)) {
                throw new AtelierException(
                        "The strength %s is no number to multiply with: give one such as 0.8."
                                .formatted(strength));
            }
        }
        if (comparison.count() > MOST_CELLS) {
            throw new AtelierException(
                    "The comparison has %,d cells, and %,d are the most: take fewer values on an axis."
                            .formatted(comparison.count(), MOST_CELLS));
        }
    }

    private static void require(String what, List<?> axis) {
        if (axis.isEmpty()) {
            throw new AtelierException("The comparison has no %s: give one.".formatted(what));
        }
    }
}
