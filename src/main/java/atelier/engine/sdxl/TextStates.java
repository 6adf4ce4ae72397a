package atelier.engine.sdxl;

/**
 * A prompt as the UNet takes it: the hidden states of both text encoders side by side, and the
 * pooled output of the second. Plain numbers, so that they can be kept on disk and outlive the
 * encoders.
 */
public final class TextStates {

    private final int tokens;
    private final float[] context;
    private final float[] pooled;

    /**
     * @param tokens number of tokens: 77 a chunk
     * @param context [tokens, width of both encoders], row-major
     * @param pooled [width of the second encoder's projection]
     */
    public TextStates(int tokens, float[] context, float[] pooled) {
        this.tokens = tokens;
        this.context = context;
        this.pooled = pooled;
    }

    /** Number of tokens. */
    public int tokens() {
        return tokens;
    }

    /** Width of both encoders' hidden states together. */
    public int width() {
        return context.length / tokens;
    }

    /** The states [tokens, width]; not to be changed. */
    public float[] context() {
        return context;
    }

    /** The pooled output; not to be changed. */
    public float[] pooled() {
        return pooled;
    }

    /** Zeros of the same sizes: what SDXL was trained to take for no prompt at all. */
    public TextStates zeros() {
        return new TextStates(tokens, new float[context.length], new float[pooled.length]);
    }
}
