package atelier.service.starter.painter;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import java.util.List;

/** Random choices for one use in one picture; the same ones on every machine. */
public final class Dice {

    private static final int FACES = 1 << 24;

    private final TorchRandom random;

    /**
     * @param seed the picture's
     * @param use what is chosen, so that no choice disturbs another
     */
    public Dice(long seed, String use) {
        random = new TorchRandom(Seeds.of(seed, 0, use));
    }

    /** A number from {@code low} to {@code high}, evenly spread. */
    public double between(double low, double high) {
        return low + (high - low) * (random.integers(FACES, 1)[0] / (double) FACES);
    }

    /** A whole number from 0 to {@code bound} − 1. */
    public int below(int bound) {
        return random.integers(bound, 1)[0];
    }

    /** Whether something happens that does so with this probability. */
    public boolean happens(double probability) {
        return between(0, 1) < probability;
    }

    /** One of several, each as likely. */
    public <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }
}
