package atelier.engine.sampler;

/**
 * A step that goes further down than asked and comes back up with fresh noise, so that the noise at
 * its end is as asked.
 *
 * @param from σ at its start
 * @param down σ that the deterministic part reaches
 * @param up σ of the noise added then; up² + down² is the target's square
 */
record AncestralStep(double from, double down, double up) {

    /**
     * A step between two noise levels.
     *
     * @param eta share of fresh noise: 0 adds none, 1 as much as the reverse diffusion would
     */
    static AncestralStep between(double from, double to, double eta) {
        double fresh = to * Math.sqrt(Math.max(0, 1 - (to / from) * (to / from)));
        double up = Math.min(to, eta * fresh);
        return new AncestralStep(from, Math.sqrt(to * to - up * up), up);
    }

    /** The latent after the step, with unit noise. */
    float[] move(float[] sample, float[] denoised, float[] noise) {
        return towards(sample, denoised).plus(up, noise).toFloats();
    }

    /** The latent after the step's deterministic part, which is the whole where eta is 0. */
    float[] move(float[] sample, float[] denoised) {
        return towards(sample, denoised).toFloats();
    }

    private LinearCombination towards(float[] sample, float[] denoised) {
        double ratio = down / from;
        return LinearCombination.of(ratio, sample).plus(1 - ratio, denoised);
    }
}
