package atelier.service.starter.build;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How one stage is trained.
 *
 * @param name of the stage, unlike any other's; files are called after it
 * @param type which of {@link StageTypes} it is
 * @param begin from random weights, or from those that the model has
 * @param steps how many updates there are, at least 1
 * @param learningRate the largest of the run, above 0
 * @param warmUp steps over which the rate rises from 0, at least 0
 * @param schedule how it goes then: an id in the registry of schedules
 * @param weightDecay share of each weight taken away at a learning rate of 1, at least 0
 * @param beta2 share of AdamW's old mean of squared gradients that stays, 0 to below 1
 * @param maxGradientNorm longer gradients are shortened to it; 0 never
 * @param emaDecay of the weights' moving average, which is what is written; 0 keeps none
 * @param precision what the networks compute in: fp32 or bf16
 * @param saveEvery how many steps lie between two saved states, at least 1
 * @param logEvery how many steps lie between two lines of the log, at least 1
 * @param settings what only this type of stage has; as its class says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StageRecipe(
        String name,
        String type,
        Begin begin,
        long steps,
        double learningRate,
        int warmUp,
        String schedule,
        double weightDecay,
        double beta2,
        double maxGradientNorm,
        double emaDecay,
        String precision,
        long saveEvery,
        long logEvery,
        @Nullable JsonNode settings) {

    /** What a stage begins from. */
    public enum Begin {
        /** Random weights. */
        RANDOM("random"),
        /** The weights that an earlier stage or build left, with a fresh optimizer. */
        MODEL("model");

        private final String text;

        Begin(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The same with another number of steps. */
    StageRecipe withSteps(long other) {
        return new StageRecipe(
                name,
                type,
                begin,
                other,
                learningRate,
                warmUp,
                schedule,
                weightDecay,
                beta2,
                maxGradientNorm,
                emaDecay,
                precision,
                saveEvery,
                logEvery,
                settings);
    }
}
