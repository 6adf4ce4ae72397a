package atelier.engine.sampler;

/**
 * The 32-bit Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), seeded by its {@code
 * init_genrand}.
 */
final class MersenneTwister {

    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7fffffff;
    private static final int TWIST = 0x9908b0df;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** The next 32 random bits. */
    int nextBits() {
        if (next == SIZE) {
            twist();
        }
        int bits = state[next++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int joined = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
            int twisted = (joined & 1) == 0 ? joined >>> 1 : (joined >>> 1) ^ TWIST;
            state[i] = state[(i + MIDDLE) % SIZE] ^ twisted;
        }
        next = 0;
    }
}
