package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.prompt.ClipTokenizer;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.TextEncoderFolder;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;

/**
 * A text encoder by itself, which tells where texts lie in the space that it shares with pictures.
 * Everything runs on the lane.
 */
public final class TextEmbedder implements AutoCloseable {

    private final Torch torch;
    private final ClipTokenizer tokenizer;
    private final ComponentWeights weights;
    private final TextEncoder encoder;

    private TextEmbedder(
            Torch torch, ClipTokenizer tokenizer, ComponentWeights weights, TextEncoder encoder) {
        this.torch = torch;
        this.tokenizer = tokenizer;
        this.weights = weights;
        this.encoder = encoder;
    }

    /**
     * Loads it, to compute in fp32.
     *
     * @param folder of an encoder with projection
     * @param tokenizer of that encoder
     * @throws AtelierException if it has no projection, or a weight cannot be read
     */
    public static TextEmbedder load(
            Torch torch, TextEncoderFolder folder, ClipTokenizer tokenizer, CancelToken cancel) {
        if (folder.config().projectionSize() == 0) {
            throw new AtelierException(
                    "The %s has no projection, so its texts cannot be compared with pictures: use the second one."
                            .formatted(folder.component().label()));
        }
        ComponentWeights weights =
                ComponentWeights.load(
                        torch,
                        folder.weights(),
                        folder.component().label(),
                        ComputeType.FLOAT32,
                        ProgressListener.NONE,
                        cancel);
        return new TextEmbedder(
                torch,
                tokenizer,
                weights,
                new TextEncoder(torch, folder.config(), weights.arrays()));
    }

    /**
     * Where a text lies; one longer than the encoder takes is cut.
     *
     * @return its projected state, of any length
     */
    public float[] embed(String text) {
        long[] tokens = tokenizer.padded(text);
        try (NDManager call = torch.newManager()) {
            NDArray ids = torch.longs(call, tokens, 1, tokens.length);
            NDArray pooled = encoder.encode(call, ids, 0).pooled();
            if (pooled == null) {
                throw new IllegalStateException("an encoder without projection");
            }
            return torch.toFloats(pooled);
        }
    }

    @Override
    public void close() {
        encoder.close();
        weights.close();
    }
}
