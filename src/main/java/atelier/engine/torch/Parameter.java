package atelier.engine.torch;

import ai.djl.ndarray.NDArray;

/**
 * An array that is trained.
 *
 * @param value the leaf that programs compute with; made by {@link Autograd#leaf}
 * @param gradient where its gradients are summed, in the same shape and type
 */
public record Parameter(NDArray value, NDArray gradient) {}
