package atelier.service.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one step of a run came to; a line of {@code metrics.jsonl}.
 *
 * @param step from 1
 * @param epoch from 1
 * @param loss mean of its batches
 * @param gradientNorm before it was shortened
 * @param learningRate used
 * @param seconds that the step took
 * @param probe mean loss on the fixed probe after the step; null where it was not taken
 * @param validation the same on pictures held back from training; null where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepReport(
        long step,
        long epoch,
        double loss,
        double gradientNorm,
        double learningRate,
        double seconds,
        @Nullable Double probe,
        @Nullable Double validation) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The line without its end. */
    String text() {
        return JSON.writeValueAsString(this);
    }

    /** What such a line says; null where there is none. */
    static @Nullable StepReport ofText(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, StepReport.class);
    }

    /** The same with what the probes came to after it. */
    StepReport with(Probed probed) {
        return new StepReport(
                step,
                epoch,
                loss,
                gradientNorm,
                learningRate,
                seconds,
                probed.probe(),
                probed.validation());
    }
}
