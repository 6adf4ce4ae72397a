package atelier.engine.weights;

import atelier.engine.weights.FloatConversion.Outcome;
import java.nio.file.Path;

/**
 * What came of a conversion.
 *
 * @param target the new file or folder
 * @param tensors how many tensors it has
 * @param bytes how much room it takes
 * @param outcome values that the new type could not hold
 * @param hasTokenizers whether the new model can read prompts by itself; a single file never can
 */
public record ConversionResult(
        Path target, int tensors, long bytes, Outcome outcome, boolean hasTokenizers) {}
