package atelier.engine.sampler;

import atelier.model.generation.PredictionType;

/**
 * The perfect model of data that are normally distributed, each value on its own, for which all of
 * sampling can be solved by hand.
 *
 * @param mean of the data
 * @param deviation of the data; 0 is a single point
 * @param prediction what the model predicts
 */
record GaussianModel(double mean, double deviation, PredictionType prediction) {

    /** The prediction for an input α x₀ + s ε at that σ. */
    float[] output(float[] input, double sigma) {
        NoiseLevel level = new NoiseLevel(sigma);
        double alpha = level.alpha();
        double s = level.noise();
        double variance = deviation * deviation;
        float[] output = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            double clean =
                    (variance * alpha * input[i] + s * s * mean)
                            / (variance * alpha * alpha + s * s);
            double epsilon = (input[i] - alpha * clean) / s;
            output[i] =
                    (float)
                            switch (prediction) {
                                case EPSILON -> epsilon;
                                case V_PREDICTION -> alpha * epsilon - s * clean;
                            };
        }
        return output;
    }

    /** The latent α x₀ + s ε at that σ on the probability-flow path that unit noise z starts. */
    double onPath(double z, double sigma) {
        NoiseLevel level = new NoiseLevel(sigma);
        double spread = Math.hypot(deviation * level.alpha(), level.noise());
        return level.alpha() * mean + spread * z;
    }

    /** Samples with it from a call on. */
    float[] sample(SamplerRun run, int from, float[] start, NoiseSource noise) {
        float[] sample = start;
        for (int call = from; call < run.calls(); call++) {
            float[] output = output(run.scaleInput(sample, call), run.sigmas()[call]);
            sample = run.step(output, call, sample, noise);
        }
        return sample;
    }

    /** A latent on the path, in the scale that the run holds before that call. */
    float[] start(SamplerRun run, int call, float[] z) {
        double sigma = run.sigmas()[call];
        double scale = run.scaleInput(new float[] {1}, call)[0];
        float[] start = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            start[i] = (float) (onPath(z[i], sigma) / scale);
        }
        return start;
    }
}
