package atelier.engine.weights;

import atelier.model.generation.PredictionType;

/**
 * What a model's UNet predicts, under which noise, and how that is known.
 *
 * @param type what is predicted
 * @param zeroTerminalSnr whether the noise is rescaled so that its last step is noise alone
 * @param source where the type was read, as shown to the user
 */
public record Prediction(PredictionType type, boolean zeroTerminalSnr, String source) {}
