package atelier.engine.sampler;

/**
 * Denoising diffusion implicit models (Song et al. 2020): x' = √ᾱ' x₀ + √(1−ᾱ'−s²) ε + s z with s =
 * η √((1−ᾱ')/(1−ᾱ)) √(1−ᾱ/ᾱ'). Eta 0 is deterministic, 1 is DDPM's share of noise.
 *
 * <p>Over training steps it goes from t to t − ⌊T/n⌋, as diffusers does, whatever step comes next,
 * and at last to ᾱ of training step 0, or to 1 where the checkpoint says so. Along a σ curve it
 * goes from point to point and ends at σ = 0.
 */
final class Ddim extends AbstractRun {

    private final NoiseLevel[] arrivals;
    private final double eta;

    Ddim(SamplerSetup setup) {
        this(setup, setup.grid(StepLayout.WHOLE));
    }

    private Ddim(SamplerSetup setup, StepGrid grid) {
        super(
                CallPlan.single(grid.timesteps(), sigmas(setup, grid)),
                Coordinates.VARIANCE_PRESERVING,
                setup.config().prediction(),
                Coordinates.VARIANCE_PRESERVING.initialSigma(grid));
        this.arrivals = arrivals(setup, grid);
        this.eta = setup.eta();
    }

    private static double[] sigmas(SamplerSetup setup, StepGrid grid) {
        double[] sigmas = grid.sigmasTo(grid.visitsTrainingSteps() ? end(setup).sigma() : 0);
        if (grid.visitsTrainingSteps()) {
            for (int step = 0; step < grid.steps(); step++) {
                sigmas[step] = setup.trainedLevel((int) grid.timestep(step)).sigma();
            }
        }
        return sigmas;
    }

    private static NoiseLevel[] arrivals(SamplerSetup setup, StepGrid grid) {
        NoiseLevel[] arrivals = new NoiseLevel[grid.steps()];
        double[] sigmas = grid.sigmasTo(0);
        int stride = setup.noise().trainSteps() / grid.steps();
        for (int step = 0; step < arrivals.length; step++) {
            int next = (int) grid.timestep(step) - stride;
            if (!grid.visitsTrainingSteps()) {
                arrivals[step] = new NoiseLevel(sigmas[step + 1]);
            } else {
                arrivals[step] = next < 0 ? end(setup) : setup.trainedLevel(next);
            }
        }
        return arrivals;
    }

    private static NoiseLevel end(SamplerSetup setup) {
        return setup.config().alphaToOne() ? new NoiseLevel(0) : setup.trainedLevel(0);
    }

    @Override
    float[] advance(float[] modelOutput, int call, float[] sample, NoiseSource noise) {
        NoiseLevel from = level(call);
        NoiseLevel to = arrivals[call];
        float[] denoised = denoised(modelOutput, call, sample);
        double fresh =
                eta
                        * (to.noise() / from.noise())
                        * Math.sqrt(Math.max(0, 1 - from.alphaCumprod() / to.alphaCumprod()));
        double kept = Math.sqrt(Math.max(0, 1 - to.alphaCumprod() - fresh * fresh));
        // The noise that the model sees is (x - alpha x0) / s.
        LinearCombination next =
                LinearCombination.of(to.alpha() - kept * from.alpha() / from.noise(), denoised)
                        .plus(kept / from.noise(), sample);
        if (eta > 0) {
            next.plus(fresh, noise.normal(sample.length));
        }
        return next.toFloats();
    }
}
