package atelier.cli.option;

import static java.util.Map.entry;

import atelier.model.generation.PredictionType;
import java.util.List;

/** What a UNet predicts. */
public final class PredictionArgument extends Choice<PredictionType> {

    /** Made by picocli. */
    public PredictionArgument() {
        super(
                List.of(
                        entry("epsilon", PredictionType.EPSILON),
                        entry("v", PredictionType.V_PREDICTION)));
    }
}
