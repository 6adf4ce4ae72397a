package atelier.engine.sdxl;

import atelier.engine.sampler.NoiseSource;
import atelier.engine.sampler.SamplerRun;
import atelier.model.job.CancelToken;
import org.jspecify.annotations.Nullable;

/** Runs the model through a sampler's calls: noisy latents in, clean latents out. */
public final class LatentSampler {

    private final GuidedPrediction prediction;
    private final int height;
    private final int width;

    /**
     * @param height of the latents
     * @param width of the latents
     */
    public LatentSampler(GuidedPrediction prediction, int height, int width) {
        this.prediction = prediction;
        this.height = height;
        this.width = width;
    }

    /** Hears of each finished call of the model. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Called after each call of the model, on the lane.
         *
         * @param call the call that is finished, from 0
         * @param latents the sampler's latents after it, still noisy
         * @param denoised the clean latents that the model pointed to, for previews
         */
        void called(int call, float[] latents, float[] denoised);
    }

    /**
     * Samples one image.
     *
     * @param run the sampler, at its first call
     * @param first the call to begin with; above 0 where a picture is the start
     * @param start noisy latents before that call [channels, h, w]
     * @param noise fresh noise for samplers that want it
     * @param inpainting what is kept; null paints everything
     * @return clean latents
     */
    public float[] sample(
            SamplerRun run,
            int first,
            float[] start,
            NoiseSource noise,
            @Nullable Inpainting inpainting,
            Listener listener,
            CancelToken cancel) {
        float[] latents = start;
        for (int call = first; call < run.calls(); call++) {
            cancel.check();
            float[] output =
                    prediction.predict(
                            run.scaleInput(latents, call),
                            height,
                            width,
                            run.timesteps()[call],
                            cancel);
            NotFiniteException.check(
                    output,
                    "The model's prediction in step "
                            + (run.stepOf(call) + 1)
                            + " is not a number: the checkpoint or an adapter is damaged, or the weight of an adapter or in the prompt is far too large.");
            float[] denoised = run.denoised(output, call, latents);
            latents = run.step(output, call, latents, noise);
            if (inpainting != null && endsStep(run, call)) {
                latents = inpainting.blend(latents, kept(run, inpainting, call + 1));
            }
            listener.called(call, latents, denoised);
        }
        return latents;
    }

    private static boolean endsStep(SamplerRun run, int call) {
        return call + 1 == run.calls() || run.stepOf(call + 1) != run.stepOf(call);
    }

    private static float[] kept(SamplerRun run, Inpainting inpainting, int next) {
        return next == run.calls()
                ? inpainting.image()
                : run.addNoise(inpainting.image(), inpainting.noise(), next);
    }
}
