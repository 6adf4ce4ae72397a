package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.Guidance;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The UNet's prediction for one image under a prompt, with classifier-free guidance (Ho and
 * Salimans 2022) and its rescaling (Lin et al. 2023).
 *
 * <p>With a negative prompt both predictions come from one call with a batch of two; where the
 * memory does not suffice, from two calls.
 */
public final class GuidedPrediction implements AutoCloseable {

    private final Torch torch;
    private final UNet unet;
    private final ComputeType type;
    private final NDManager owner;
    private final List<LastingCondition> rows;
    private final double guidance;
    private final double rescale;
    private final MemoryLadder memory;

    /**
     * @param type the element type of the UNet's weights
     * @param negative null runs without guidance
     * @param guidance scale; used where there is a negative prompt
     * @param rescale share of the rescaled result, 0 to 1
     * @param memory what to give up where there is no room for a call
     */
    public GuidedPrediction(
            Torch torch,
            UNet unet,
            ComputeType type,
            TextStates positive,
            @Nullable TextStates negative,
            SizeConditioning sizes,
            double guidance,
            double rescale,
            MemoryLadder memory) {
        this.torch = torch;
        this.unet = unet;
        this.type = type;
        this.owner = torch.newManager();
        this.guidance = guidance;
        this.rescale = rescale;
        this.memory = memory;
        this.rows =
                negative == null
                        ? List.of(condition(sizes, positive))
                        : List.of(
                                condition(sizes, negative),
                                condition(sizes, positive),
                                condition(sizes, negative, positive));
    }

    private LastingCondition condition(SizeConditioning sizes, TextStates... states) {
        return new LastingCondition(
                owner,
                Condition.of(
                        torch,
                        owner,
                        type,
                        List.of(states),
                        Collections.nCopies(states.length, sizes)));
    }

    /**
     * One prediction, guidance applied.
     *
     * @param latents of one image [channels, h, w], scaled as the sampler wants them
     */
    public float[] predict(
            float[] latents, int height, int width, double timestep, CancelToken cancel) {
        float[] raw = raw(latents, height, width, timestep, cancel);
        if (rows.size() == 1) {
            return raw;
        }
        float[] negative = Arrays.copyOf(raw, raw.length / 2);
        float[] positive = Arrays.copyOfRange(raw, raw.length / 2, raw.length);
        return Guidance.rescale(Guidance.combine(negative, positive, guidance), positive, rescale);
    }

    /** What the UNet gives: for the negative prompt, where there is one, then for the positive. */
    float[] raw(float[] latents, int height, int width, double timestep, CancelToken cancel) {
        IntFunction<float[]> call =
                row -> call(rows.get(row), latents, height, width, timestep, cancel);
        return rows.size() == 1
                ? memory.lastly(() -> call.apply(0))
                : memory.wholeOr(
                        MemoryLadder.Rung.SPLIT_GUIDANCE,
                        () -> call.apply(2),
                        () -> joined(call.apply(0), call.apply(1)));
    }

    private static float[] joined(float[] negative, float[] positive) {
        float[] both = Arrays.copyOf(negative, negative.length + positive.length);
        System.arraycopy(positive, 0, both, negative.length, positive.length);
        return both;
    }

    private float[] call(
            LastingCondition condition,
            float[] latents,
            int height,
            int width,
            double timestep,
            CancelToken cancel) {
        int batch = (int) condition.condition().sizes().getShape().get(0);
        int channels = latents.length / (height * width);
        float[] repeated = new float[latents.length * batch];
        for (int i = 0; i < batch; i++) {
            System.arraycopy(latents, 0, repeated, i * latents.length, latents.length);
        }
        float[] timesteps = new float[batch];
        Arrays.fill(timesteps, (float) timestep);
        try (NDManager call = torch.newManager()) {
            NDArray input = torch.floats(call, repeated, batch, channels, height, width);
            return torch.toFloats(
                    unet.predict(
                            call,
                            torch.cast(call, input, type),
                            torch.floats(call, timesteps, batch),
                            condition,
                            cancel));
        }
    }

    @Override
    public void close() {
        owner.close();
    }
}
