package atelier.engine.sdxl;

import atelier.engine.torch.NativeMemory;
import atelier.engine.torch.Torch;

/**
 * Both text encoders of a model. They are needed for a moment at the beginning of a generation, and
 * their weights take 1.6 GB in bf16; where memory has run short once, they leave it after each use.
 */
final class TextEncoders implements AutoCloseable {

    private final Torch torch;
    private final OffloadableEncoder one;
    private final OffloadableEncoder two;
    private boolean leaveAfterUse;

    /**
     * @param one the encoder without projection
     * @param two the encoder whose pooled output the UNet takes
     */
    TextEncoders(Torch torch, OffloadableEncoder one, OffloadableEncoder two) {
        this.torch = torch;
        this.one = one;
        this.two = two;
    }

    OffloadableEncoder one() {
        return one;
    }

    OffloadableEncoder two() {
        return two;
    }

    /** Turns prompts into conditions; brings both encoders into memory. */
    TextConditioner conditioner() {
        return new TextConditioner(torch, one.encoder(), two.encoder());
    }

    /**
     * Frees both encoders' weights until the next prompt, and from now on after each.
     *
     * @return whether any were in memory
     */
    boolean offload() {
        leaveAfterUse = true;
        boolean first = one.offload();
        boolean second = two.offload();
        NativeMemory.trim();
        return first || second;
    }

    /** To be called when a job's prompts are encoded. */
    void used() {
        if (leaveAfterUse) {
            offload();
        }
    }

    @Override
    public void close() {
        one.close();
        two.close();
    }
}
