package atelier.engine.sampler;

/**
 * How much noise a latent holds, in the coordinates that samplers use.
 *
 * <p>A noisy latent is x = α x₀ + s ε with α² + s² = 1 (variance preserving) or, divided by α, x₀ +
 * σ ε (variance exploding).
 *
 * @param sigma σ = s/α, from 0 (clean) to +∞ (noise alone)
 */
record NoiseLevel(double sigma) {

    /** The level whose signal share is ᾱ = α², from 0 to 1. */
    static NoiseLevel ofAlphaCumprod(double alphaCumprod) {
        return new NoiseLevel(Math.sqrt((1 - alphaCumprod) / alphaCumprod));
    }

    /** α, the factor of the clean latent: 1/√(1+σ²). */
    double alpha() {
        return 1 / Math.sqrt(1 + sigma * sigma);
    }

    /** s, the factor of the noise: σ/√(1+σ²), written so that σ = +∞ gives 1. */
    double noise() {
        return 1 / Math.sqrt(1 + 1 / (sigma * sigma));
    }

    /** ᾱ = α² = 1/(1+σ²). */
    double alphaCumprod() {
        return 1 / (1 + sigma * sigma);
    }

    /** λ = ln α − ln s = −ln σ, half the logarithm of the signal-to-noise ratio. */
    double lambda() {
        return -Math.log(sigma);
    }
}
