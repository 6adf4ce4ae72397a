package atelier.engine.sampler;

import java.util.OptionalDouble;

/**
 * Random numbers as PyTorch's CPU generator draws them, so that a seed gives the noise that it
 * gives in other tools: {@code torch.Generator("cpu").manual_seed(seed)}.
 *
 * <p>As there, only the lower 32 bits of a seed count. Normal noise agrees within about 1e-6, as
 * PyTorch's own builds do among themselves. One generator serves one thread.
 */
public final class TorchRandom implements NoiseSource {

    /** Arrays from this length on are filled in blocks of it. */
    private static final int BLOCK = 16;

    private final MersenneTwister twister;
    private OptionalDouble spare = OptionalDouble.empty();

    /** A generator after {@code manual_seed(seed)}. */
    public TorchRandom(long seed) {
        this.twister = new MersenneTwister((int) seed);
    }

    /** {@code torch.randn(count)}: unit normal noise. */
    @Override
    public float[] normal(int count) {
        float[] values = new float[count];
        if (count < BLOCK) {
            for (int i = 0; i < count; i++) {
                values[i] = (float) singleNormal();
            }
            return values;
        }
        fillUniform(values, 0);
        for (int block = 0; block + BLOCK <= count; block += BLOCK) {
            uniformToNormal(values, block);
        }
        if (count % BLOCK != 0) {
            // The last block overlaps the one before and is drawn anew.
            fillUniform(values, count - BLOCK);
            uniformToNormal(values, count - BLOCK);
        }
        return values;
    }

    /** {@code torch.rand(count)}: evenly spread in [0, 1). */
    public float[] uniform(int count) {
        float[] values = new float[count];
        fillUniform(values, 0);
        return values;
    }

    /**
     * {@code torch.randint(bound, (count,))}: whole numbers from 0 to {@code bound} − 1.
     *
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    public int[] integers(int bound, int count) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound);
        }
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = Integer.remainderUnsigned(twister.nextBits(), bound);
        }
        return values;
    }

    private void fillUniform(float[] values, int from) {
        for (int i = from; i < values.length; i++) {
            values[i] = (twister.nextBits() & 0xffffff) * 0x1p-24f;
        }
    }

    /** Box and Muller's transform of a block: its halves are radii and angles. */
    private static void uniformToNormal(float[] values, int block) {
        for (int i = block; i < block + BLOCK / 2; i++) {
            double radius = Math.sqrt(-2 * Math.log(1 - values[i]));
            double angle = 2 * Math.PI * values[i + BLOCK / 2];
            values[i] = (float) (radius * Math.cos(angle));
            values[i + BLOCK / 2] = (float) (radius * Math.sin(angle));
        }
    }

    /** Box and Muller's transform in double; the second number of a pair waits for its turn. */
    private double singleNormal() {
        if (spare.isPresent()) {
            double kept = spare.getAsDouble();
            spare = OptionalDouble.empty();
            return kept;
        }
        double angle = 2 * Math.PI * uniformDouble();
        double radius = Math.sqrt(-2 * Math.log1p(-uniformDouble()));
        spare = OptionalDouble.of(radius * Math.sin(angle));
        return radius * Math.cos(angle);
    }

    private double uniformDouble() {
        long high = Integer.toUnsignedLong(twister.nextBits());
        long low = Integer.toUnsignedLong(twister.nextBits());
        return ((high << 32 | low) & ((1L << 53) - 1)) * 0x1p-53;
    }
}
