package atelier.engine.sampler;

/** The two scales in which samplers hold their latent. */
enum Coordinates {
    /** x = x₀ + σ ε: variance grows with noise; the model gets x/√(σ²+1). */
    VARIANCE_EXPLODING {
        @Override
        double inputScale(NoiseLevel level) {
            return level.alpha();
        }
    },
    /** x = α x₀ + s ε: variance stays near 1; the model gets x as it is. */
    VARIANCE_PRESERVING {
        @Override
        double inputScale(NoiseLevel level) {
            return 1;
        }
    };

    /** What the latent is multiplied by for the model, whose inputs preserve variance. */
    abstract double inputScale(NoiseLevel level);

    /** Factor of unit noise before the first step. */
    double initialSigma(StepGrid grid) {
        if (this == VARIANCE_PRESERVING) {
            return 1;
        }
        double sigma = grid.sigma(0);
        return grid.startsPartWay() ? Math.sqrt(sigma * sigma + 1) : sigma;
    }

    float[] addNoise(float[] clean, float[] noise, NoiseLevel level) {
        if (this == VARIANCE_PRESERVING) {
            return LinearCombination.of(level.alpha(), clean).plus(level.noise(), noise).toFloats();
        }
        return LinearCombination.of(1, clean).plus(level.sigma(), noise).toFloats();
    }
}
