package atelier.service.training;

import atelier.engine.sampler.TorchRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Fisher and Yates' shuffle. */
final class Shuffle {

    private Shuffle() {}

    /** The same elements in an order that the random numbers give. */
    static <T> List<T> of(List<T> list, TorchRandom random) {
        List<T> shuffled = new ArrayList<>(list);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, random.integers(last + 1, 1)[0]);
        }
        return shuffled;
    }
}
