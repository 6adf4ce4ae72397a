package atelier.engine.weights;

/**
 * The sizes of a CLIP text encoder, as in transformers' {@code text_encoder/config.json}.
 *
 * @param layers transformer layers
 * @param hiddenSize width of the hidden states
 * @param heads attention heads
 * @param intermediateSize width inside a layer's perceptron
 * @param maxPositions tokens it can take at once: 77
 * @param vocabularySize number of token ids
 * @param activation between the two layers of the perceptron
 * @param projectionSize width of the projected pooled output; 0 for an encoder without projection
 */
public record TextEncoderConfig(
        int layers,
        int hiddenSize,
        int heads,
        int intermediateSize,
        int maxPositions,
        int vocabularySize,
        Activation activation,
        int projectionSize) {

    /** Activation functions of CLIP's perceptrons. */
    public enum Activation {
        /** x·σ(1.702 x), as OpenAI's CLIP. */
        QUICK_GELU,
        /** The exact Gaussian error linear unit, as OpenCLIP's larger towers. */
        GELU
    }
}
