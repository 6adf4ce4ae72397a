package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.model.generation.SizeConditioning;
import java.util.List;

/**
 * What a UNet call is conditioned on besides time.
 *
 * @param context text states [batch, tokens, width of both encoders], in the UNet's element type
 * @param pooled pooled output of the second encoder [batch, width], in the UNet's element type
 * @param sizes [batch, 6], fp32: original height and width, crop top and left, target height and
 *     width, in pixels
 */
public record Condition(NDArray context, NDArray pooled, NDArray sizes) {

    private static final int SIZES = 6;

    /**
     * For a batch of these, text and sizes in pairs.
     *
     * @param owner closes the arrays
     * @param type the UNet's element type
     * @param texts equally long
     */
    public static Condition of(
            Torch torch,
            NDManager owner,
            ComputeType type,
            List<TextStates> texts,
            List<SizeConditioning> sizes) {
        TextStates first = texts.getFirst();
        NDArray context =
                torch.rows(
                        owner,
                        texts.stream().map(TextStates::context).toList(),
                        first.tokens(),
                        first.width());
        NDArray pooled =
                torch.rows(
                        owner,
                        texts.stream().map(TextStates::pooled).toList(),
                        first.pooled().length);
        return new Condition(
                torch.cast(owner, context, type),
                torch.cast(owner, pooled, type),
                sizes(torch, owner, sizes));
    }

    /** Sizes as {@link #sizes()} has them. */
    public static NDArray sizes(Torch torch, NDManager owner, List<SizeConditioning> sizes) {
        return torch.rows(owner, sizes.stream().map(Condition::row).toList(), SIZES);
    }

    private static float[] row(SizeConditioning sizes) {
        return new float[] {
            sizes.originalHeight(), sizes.originalWidth(), sizes.cropTop(),
            sizes.cropLeft(), sizes.targetHeight(), sizes.targetWidth()
        };
    }
}
