package atelier.service.starter.build;

import atelier.engine.sampler.TorchRandom;

/**
 * How noisy the pictures of a stage are. What a caption asks for is decided where there is much
 * noise, but not the most; a share of the pictures is drawn around there, by a logit-normal density
 * (Esser et al. 2024, "Scaling Rectified Flow Transformers", section 3.1), all others evenly.
 *
 * @param timesteps how many there are
 * @param focus the share drawn around the middle, 0 to 1
 */
record TimestepDraw(int timesteps, double focus) {

    /** Median of the density, as a logit: 0.62 of the timesteps. */
    private static final double MEDIAN = 0.5;

    /** Deviation of the density, in logits. */
    private static final double DEVIATION = 1;

    /**
     * Draws one.
     *
     * @return 0 to less than {@link #timesteps}
     */
    int draw(TorchRandom random) {
        // Asked for first, so that stages without a focus draw what they always drew.
        if (focus > 0 && random.uniform(1)[0] < focus) {
            double logit = MEDIAN + DEVIATION * random.normal(1)[0];
            return Math.min(timesteps - 1, (int) (timesteps / (1 + Math.exp(-logit))));
        }
        return random.integers(timesteps, 1)[0];
    }
}
