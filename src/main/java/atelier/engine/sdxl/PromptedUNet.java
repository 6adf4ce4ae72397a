package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.model.job.CancelToken;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The UNet and both text encoders before it as one network, from token ids to the prediction, so
 * that gradients reach all three: the encoders by the text context, and the second by the embedding
 * of its pooled output, too.
 */
public final class PromptedUNet implements AutoCloseable {

    private static final int ONE = 3;
    private static final int TWO = 4;
    private static final int GIVEN = 5;

    private final Torch torch;
    private final UNet unet;
    private final Supplier<TextEncoder> one;
    private final Supplier<TextEncoder> two;
    private final Program program;
    private final Block context;
    private final Block pooled;

    /**
     * @param one the encoder without projection; asked for in each pass, as its weights may have
     *     left the memory in between
     * @param two the encoder whose pooled output the UNet takes
     */
    public PromptedUNet(
            Torch torch, UNet unet, Supplier<TextEncoder> one, Supplier<TextEncoder> two) {
        this.torch = torch;
        this.unet = unet;
        this.one = one;
        this.two = two;
        this.program = torch.load("sdxl/prompt");
        this.context = new Block(program, "context", "", Map.of());
        this.pooled = new Block(program, "pooled", "", Map.of());
    }

    /**
     * One prediction whose gradients are wanted, with respect to what {@link LayerChange.Trained}
     * changes of any of the networks hold; nothing else gets any.
     *
     * @param latents [batch, channels, h, w], in the networks' element type
     * @param timesteps [batch], fp32
     * @param prompts of the batch, whose tokens all weigh 1
     * @param sizes [batch, 6], as in {@link Condition}
     * @param checkpointed whether to keep less and compute parts again; the gradients are the same
     */
    public TrainingPass pass(
            Autograd autograd,
            NDArray latents,
            NDArray timesteps,
            TokenBatch prompts,
            NDArray sizes,
            boolean checkpointed,
            CancelToken cancel) {
        NDArray[] given = new NDArray[GIVEN];
        given[UNetTape.LATENTS] = latents;
        given[UNetTape.TIMESTEPS] = timesteps;
        given[UNetTape.SIZES] = sizes;
        given[ONE] = prompts.one();
        given[TWO] = prompts.two();
        return TrainingPass.of(torch, autograd, tape(), given, checkpointed, cancel);
    }

    private Tape tape() {
        TapeBuilder tape = new TapeBuilder(GIVEN);
        TextEncoder.Ends first = one.get().appendTo(tape, ONE);
        TextEncoder.Ends second = two.get().appendTo(tape, TWO);
        int states = tape.add(context, 2, first.states(), second.states(), UNetTape.TIMESTEPS);
        int chunks =
                Objects.requireNonNull(second.pooled(), "the second encoder has no projection");
        tape.addAll(
                unet.tape(),
                UNetTape.LATENTS,
                UNetTape.TIMESTEPS,
                UNetTape.SIZES,
                states,
                tape.add(pooled, 1, chunks, UNetTape.TIMESTEPS));
        return tape.tape();
    }

    /** Closes nothing of the networks, which stay their owner's. */
    @Override
    public void close() {
        program.close();
    }
}
