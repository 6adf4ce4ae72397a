package atelier.engine.lora;

import atelier.engine.weights.TensorInfo;

/**
 * DoRA's magnitudes: what the norm of each row, or each column, of the changed weight is set to.
 *
 * @param values one for each output, or one for each input
 * @param perOutput which of the two
 */
record Magnitude(TensorInfo values, boolean perOutput) {}
