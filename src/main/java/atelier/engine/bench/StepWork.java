package atelier.engine.bench;

import atelier.engine.weights.UNetConfig;

/**
 * How much arithmetic a training step takes. An adapter's gradients need the way back through the
 * frozen weights, one product for each on the way there, but no gradients of the weights
 * themselves; computed twice, the way there comes once more. The adapter's own products and the
 * text's encoders are not counted: at rank 16 the former are one in sixty.
 */
public final class StepWork {

    private static final int RECORDED_PASSES = 2;
    private static final int CHECKPOINTED_PASSES = 3;

    private StepWork() {}

    /**
     * Floating-point operations of the UNet in a step with one picture.
     *
     * @param height of the latents
     * @param width of the latents
     * @param tokens of the text, 77 for a short caption
     * @param checkpointed whether the UNet is computed twice to keep little of it
     */
    public static double operations(
            UNetConfig config, int height, int width, long tokens, boolean checkpointed) {
        return (checkpointed ? CHECKPOINTED_PASSES : RECORDED_PASSES)
                * UNetWork.operations(config, height, width, tokens);
    }
}
