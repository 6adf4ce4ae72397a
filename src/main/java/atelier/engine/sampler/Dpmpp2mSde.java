package atelier.engine.sampler;

/**
 * The stochastic form of {@link Dpmpp2m}, SDE-DPM-Solver++(2M): η = 1 solves the reverse
 * diffusion's SDE. It draws noise in the last step, too, where its weight is 0, as diffusers does.
 */
final class Dpmpp2mSde extends Dpmpp2m {

    Dpmpp2mSde(SamplerSetup setup) {
        super(setup, setup.eta());
    }
}
