package atelier.engine.sampler;

import java.util.Arrays;

/** Hands out noise that was drawn before, and counts how often it was asked. */
final class ReplayedNoise implements NoiseSource {

    private final float[] rows;
    private int used;
    private int draws;

    /** Noise in the order drawn, one after the other. */
    ReplayedNoise(float[] rows) {
        this.rows = rows;
    }

    @Override
    public float[] normal(int count) {
        if (used + count > rows.length) {
            throw new AssertionError("drew more noise than the reference did: " + (draws + 1));
        }
        draws++;
        used += count;
        return Arrays.copyOfRange(rows, used - count, used);
    }

    int draws() {
        return draws;
    }
}
