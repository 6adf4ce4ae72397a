package atelier.engine.training.losses;

import atelier.engine.sampler.TorchRandom;

/**
 * Adds noise of coarser and coarser resolutions, enlarged, and brings the sum back to a spread of 1
 * (Whitaker 2023, "Multi-Resolution Noise for Diffusion Model Training"), so that the model learns
 * to change large areas, too. Each resolution is a random factor of 2 to 4 below the first, to the
 * power of its number; the spread is that of one picture, not of a batch.
 *
 * @param iterations how many resolutions, the picture's own included; 0 is off
 * @param discount by how much each counts less than the one before, 0 to 1
 */
public record MultiresNoise(int iterations, double discount) {

    /**
     * The noise with coarser noise in it.
     *
     * @param noise [channels, height, width], unit normal
     * @param random draws the coarser noise
     */
    public float[] apply(float[] noise, int channels, int height, int width, TorchRandom random) {
        if (iterations == 0) {
            return noise;
        }
        float[] sum = noise.clone();
        double strength = 1;
        for (int i = 0; i < iterations; i++) {
            double divisor = Math.pow(random.uniform(1)[0] * 2 + 2, i);
            int rows = Math.max(1, (int) (height / divisor));
            int columns = Math.max(1, (int) (width / divisor));
            Enlargement enlargement = new Enlargement(rows, columns, height, width);
            enlargement.add(sum, random.normal(channels * rows * columns), strength);
            strength *= discount;
            if (rows == 1 || columns == 1) {
                break;
            }
        }
        return unitSpread(sum);
    }

    private static float[] unitSpread(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        double spread = Math.sqrt(squares / (values.length - 1));
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] / spread);
        }
        return scaled;
    }
}
