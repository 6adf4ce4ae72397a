package atelier.service.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order pictures are trained on: each as often an epoch as it is to be repeated, those of
 * one size together, shuffled anew for each epoch from the run's seed and the epoch's number alone.
 *
 * @param <S> size of a picture
 */
final class DataOrder<S> {

    private final Map<S, List<Integer>> bySize = new LinkedHashMap<>();
    private final int batchSize;
    private final long seed;
    private final int batchesPerEpoch;

    /** Each picture once an epoch. */
    DataOrder(List<S> sizes, int batchSize, long seed) {
        this(sizes, Collections.nCopies(sizes.size(), 1), batchSize, seed);
    }

    /**
     * @param sizes of the pictures, in their order
     * @param repeats how often an epoch shows each
     * @param batchSize the last batch of a size may be smaller
     */
    DataOrder(List<S> sizes, List<Integer> repeats, int batchSize, long seed) {
        for (int i = 0; i < sizes.size(); i++) {
            for (int repeat = 0; repeat < repeats.get(i); repeat++) {
                bySize.computeIfAbsent(sizes.get(i), size -> new ArrayList<>()).add(i);
            }
        }
        this.batchSize = batchSize;
        this.seed = seed;
        this.batchesPerEpoch =
                bySize.values().stream()
                        .mapToInt(pictures -> Math.ceilDiv(pictures.size(), batchSize))
                        .sum();
    }

    /** How many batches there are in each epoch. */
    int batchesPerEpoch() {
        return batchesPerEpoch;
    }

    /** The pictures of a batch, counted from 0 over all epochs. */
    List<Integer> batch(long number) {
        return epoch(number / batchesPerEpoch).get((int) (number % batchesPerEpoch));
    }

    private List<List<Integer>> epoch(long number) {
        TorchRandom random = new TorchRandom(Seeds.of(seed, number, "order"));
        List<List<Integer>> batches = new ArrayList<>();
        for (List<Integer> pictures : bySize.values()) {
            List<Integer> shuffled = shuffled(pictures, random);
            for (int begin = 0; begin < shuffled.size(); begin += batchSize) {
                batches.add(shuffled.subList(begin, Math.min(begin + batchSize, shuffled.size())));
            }
        }
        return shuffled(batches, random);
    }

    /** Fisher and Yates' shuffle. */
    private static <T> List<T> shuffled(List<T> list, TorchRandom random) {
        List<T> shuffled = new ArrayList<>(list);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, random.integers(last + 1, 1)[0]);
        }
        return shuffled;
    }
}
