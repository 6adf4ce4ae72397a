package atelier.engine.sampler;

/**
 * The sampling of one image, driven from outside: the caller runs the model, this turns its output
 * into the next latent.
 *
 * <pre>{@code
 * x = initialSigma() · noise
 * for (call = 0; call < calls(); call++)
 *     x = step(model(scaleInput(x, call), timesteps()[call]), call, x, noise)
 * }</pre>
 *
 * <p>A call is one run of the model; samplers of second order make two in most steps. A run keeps
 * the history of its image, so it serves one image, once, from one thread; calls follow one another
 * without gaps. Latents are arrays of all values of one image, in any order; none is changed.
 */
public interface SamplerRun {

    /** Number of model calls of the whole run. */
    int calls();

    /** The step, from 0, that a call belongs to. */
    int stepOf(int call);

    /** The time that the model is told in each call: a training step, possibly between two. */
    double[] timesteps();

    /** Noise σ of the latent before each call, and after the last: one more than calls. */
    double[] sigmas();

    /** What unit noise is multiplied by to give the latent before call 0. */
    double initialSigma();

    /**
     * The call to begin with when starting from a picture: of n steps the last ⌊n · strength⌋ run.
     *
     * @param strength how much of the run acts on the picture: above 0, at most 1
     * @throws atelier.model.AtelierException if the strength is outside that range or leaves no
     *     step
     */
    int startCall(double strength);

    /** A clean latent with the noise that the run expects before that call. */
    float[] addNoise(float[] clean, float[] noise, int call);

    /** The latent as the model wants it in that call. */
    float[] scaleInput(float[] sample, int call);

    /** The clean latent that the model's output in that call points to; for previews. */
    float[] denoised(float[] modelOutput, int call, float[] sample);

    /**
     * The latent after a call.
     *
     * @param modelOutput what the model predicted, guidance applied
     * @param call which call this was; the first may begin any step, then one after the other
     * @param sample the latent before the call, unscaled
     * @param noise source of fresh noise; samplers without need draw none
     * @throws IllegalStateException if a call was left out or repeated
     */
    float[] step(float[] modelOutput, int call, float[] sample, NoiseSource noise);
}
