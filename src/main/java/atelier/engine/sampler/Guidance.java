package atelier.engine.sampler;

/** Classifier-free guidance, on the model outputs of one image. */
public final class Guidance {

    private Guidance() {}

    /**
     * Moves from the output for the negative prompt through the one for the prompt: n + scale · (p
     * − n) (Ho and Salimans 2022, "Classifier-Free Diffusion Guidance").
     *
     * @param scale 1 gives the prompt's output, more exaggerates it
     */
    public static float[] combine(float[] negative, float[] positive, double scale) {
        return LinearCombination.of(1 - scale, negative).plus(scale, positive).toFloats();
    }

    /**
     * Gives a guided output, in part, the standard deviation of the prompt's own, against
     * over-exposure at high scales (Lin et al. 2023, "Common Diffusion Noise Schedules and Sample
     * Steps are Flawed", section 3.4).
     *
     * @param guided what {@link #combine} gave
     * @param positive the output for the prompt
     * @param share of the rescaled output in the result: 0 changes nothing, 1 rescales in full
     */
    public static float[] rescale(float[] guided, float[] positive, double share) {
        double deviation = standardDeviation(guided);
        if (share == 0 || deviation == 0) {
            return guided.clone();
        }
        double factor = standardDeviation(positive) / deviation;
        return LinearCombination.of(share * factor + 1 - share, guided).toFloats();
    }

    private static double standardDeviation(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += (double) value / values.length;
        }
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
