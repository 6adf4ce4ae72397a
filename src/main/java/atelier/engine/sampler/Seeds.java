package atelier.engine.sampler;

/**
 * Seeds for the random numbers of a training run, each from what it is for, so that nothing but the
 * step number must be kept to go on where a run stopped, and no use disturbs another.
 */
public final class Seeds {

    private Seeds() {}

    /**
     * The seed of one use in one step.
     *
     * @param runSeed the run's seed
     * @param step the step, or any other counter such as the number of a picture
     * @param use what the numbers are for, such as {@code noise} or {@code timesteps}
     */
    public static long of(long runSeed, long step, String use) {
        long hash = mixed(runSeed);
        hash = mixed(hash ^ step);
        for (int i = 0; i < use.length(); i++) {
            hash = mixed(hash ^ use.charAt(i));
        }
        return hash;
    }

    /**
     * The step and output function of SplitMix64 (Steele et al. 2014): every bit moves every bit.
     */
    private static long mixed(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
