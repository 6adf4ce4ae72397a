package atelier.engine.sdxl;

import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.FiniteWeights;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * A checkpoint ready to run: its networks, tokenizers and noise settings. Everything runs on the
 * lane.
 *
 * <p>Weights that have the compute type already are views of the checkpoint's file, which must not
 * change meanwhile; see {@link #requireUnchanged}.
 *
 * <p>Weights that are infinite or not a number are refused by name, but not all of them at once:
 * reading 7 GB would make a load of a mapped model two or three times as long. The autoencoder is
 * small, and its results come last, so it is checked as the model is loaded. Text encoders and UNet
 * show such weights in their first results, a moment after loading; those are checked always, and
 * on a failure {@link #naming} goes through the files. A token whose row is damaged is found with
 * the first prompt that has it, and harms none without.
 */
public final class SdxlModel implements AutoCloseable {

    private final Torch torch;
    private final Checkpoint checkpoint;
    private final ComputeType type;
    private final SdxlPrompt prompts;
    private final SchedulerConfig scheduler;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final TextEncoders text;
    private final UNet unet;
    private final Vae vae;
    private final ComputeType vaeType;

    private SdxlModel(
            Torch torch,
            Checkpoint checkpoint,
            ComputeType type,
            SdxlPrompt prompts,
            ProgressListener progress,
            CancelToken cancel) {
        this.torch = torch;
        this.checkpoint = checkpoint;
        this.type = type;
        this.prompts = prompts;
        this.scheduler =
                checkpoint
                        .schedulerConfig()
                        .map(SchedulerConfig::read)
                        .orElse(SchedulerConfig.SDXL)
                        .withPrediction(checkpoint.prediction().type())
                        .withZeroTerminalSnr(checkpoint.prediction().zeroTerminalSnr());
        // Its values overflow in fp16.
        this.vaeType = type == ComputeType.FLOAT16 ? ComputeType.FLOAT32 : type;
        FiniteWeights.require(checkpoint.weights(Component.VAE).values(), cancel);
        boolean loaded = false;
        try {
            this.text =
                    keep(
                            new TextEncoders(
                                    torch,
                                    textEncoder(Component.TEXT_ENCODER_1),
                                    textEncoder(Component.TEXT_ENCODER_2)));
            text.one().load(progress, cancel);
            text.two().load(progress, cancel);
            this.unet =
                    keep(
                            new UNet(
                                    torch,
                                    checkpoint.unet(),
                                    keep(weights(Component.UNET, type, progress, cancel))
                                            .arrays()));
            this.vae =
                    keep(
                            new Vae(
                                    torch,
                                    checkpoint.vae(),
                                    keep(weights(Component.VAE, vaeType, progress, cancel))
                                            .arrays()));
            loaded = true;
        } finally {
            if (!loaded) {
                close();
            }
        }
    }

    /**
     * Loads every network.
     *
     * @param type what UNet and text encoders compute in; the autoencoder computes in it, too, but
     *     never in fp16
     * @throws atelier.model.AtelierException if the checkpoint lacks a network, its weights cannot
     *     be read, or the autoencoder's are no numbers
     */
    public static SdxlModel load(
            Torch torch,
            Checkpoint checkpoint,
            ComputeType type,
            SdxlPrompt prompts,
            ProgressListener progress,
            CancelToken cancel) {
        return new SdxlModel(torch, checkpoint, type, prompts, progress, cancel);
    }

    private OffloadableEncoder textEncoder(Component component) {
        return new OffloadableEncoder((progress, cancel) -> {
            ComponentWeights weights = weights(component, type, progress, cancel);
            return new OffloadableEncoder.Loaded(
                    new TextEncoder(torch, checkpoint.textEncoder(component), weights.arrays()),
                    weights);
        });
    }

    private ComponentWeights weights(
            Component component,
            ComputeType wanted,
            ProgressListener progress,
            CancelToken cancel) {
        return ComponentWeights.load(torch, checkpoint, component, wanted, progress, cancel);
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Where the weights come from. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** What UNet and text encoders compute in. */
    public ComputeType type() {
        return type;
    }

    /** Prompts to token ids. */
    public SdxlPrompt prompts() {
        return prompts;
    }

    /** The noise it was trained with. */
    public SchedulerConfig scheduler() {
        return scheduler;
    }

    /** Predicts noise or velocity. */
    public UNet unet() {
        return unet;
    }

    /** The encoder without projection, as adapters see it. */
    public AdaptableNetwork textEncoder1() {
        return text.one();
    }

    /** The encoder with the pooled output, as adapters see it. */
    public AdaptableNetwork textEncoder2() {
        return text.two();
    }

    /** Both text encoders together, in memory; to be used at once. */
    public TextConditioner text() {
        return text.conditioner();
    }

    /** All three networks that make a prediction of tokens, as one; to be closed by the caller. */
    public PromptedUNet prompted() {
        return new PromptedUNet(torch, unet, text.one()::encoder, text.two()::encoder);
    }

    /** To be called when a job's prompts are encoded: where memory ran short, it frees some. */
    void textUsed() {
        text.used();
    }

    /**
     * Frees the text encoders' weights until the next prompt, which has them read again.
     *
     * @return whether they were in memory
     */
    public boolean offloadText() {
        return text.offload();
    }

    /** Pictures to latents and back. */
    public LatentCodec codec() {
        return new LatentCodec(torch, vae, vaeType);
    }

    /**
     * Checks that no file of the checkpoint changed since it was opened.
     *
     * @throws atelier.model.AtelierException if one did; it is named
     */
    public void requireUnchanged() {
        checkpoint.requireUnchanged();
    }

    /**
     * Does work with the model and, if a result is not a number, looks for the weight that is the
     * reason.
     *
     * @throws atelier.model.AtelierException whatever the work throws; in place of a {@link
     *     NotFiniteException} one that names the tensor and its file, if there is such a tensor
     */
    public <T> T naming(Supplier<T> work, CancelToken cancel) {
        try {
            return work.get();
        } catch (NotFiniteException e) {
            for (Component component : checkpoint.components()) {
                FiniteWeights.require(checkpoint.weights(component).values(), cancel);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a network could not be closed", e);
            }
        }
    }
}
