package atelier.engine.sampler;

/** Even steps in ln σ. */
record ExponentialSchedule() implements SigmaCurve {

    @Override
    public double sigma(double largest, double smallest, double share) {
        double top = Math.log(largest);
        return Math.exp(top + share * (Math.log(smallest) - top));
    }
}
