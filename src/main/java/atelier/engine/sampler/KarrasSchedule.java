package atelier.engine.sampler;

/**
 * Even steps in σ^(1/7): short ones where the image settles (Karras et al. 2022, "Elucidating the
 * Design Space of Diffusion-Based Generative Models", equation 5, ρ = 7).
 */
record KarrasSchedule() implements SigmaCurve {

    private static final double RHO = 7;

    @Override
    public double sigma(double largest, double smallest, double share) {
        double top = Math.pow(largest, 1 / RHO);
        double bottom = Math.pow(smallest, 1 / RHO);
        return Math.pow(top + share * (bottom - top), RHO);
    }
}
