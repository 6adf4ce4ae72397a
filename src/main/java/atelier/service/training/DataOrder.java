package atelier.service.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order pictures are trained on: each as often an epoch as it is to be repeated, those of
 * one size together, shuffled anew for each epoch from the run's seed and the epoch's number alone.
 *
 * <p>A picture with several sizes takes them in turn, one an epoch, the next picture beginning at
 * the next size, so that each epoch has a share of all. What an epoch shows at which size comes
 * again after a round of epochs.
 *
 * @param <S> size of a picture
 */
final class DataOrder<S> {

    /**
     * A picture at one of its sizes.
     *
     * @param picture which, from 0
     * @param size which of its sizes, from 0
     */
    record Shown(int picture, int size) {}

    private final List<List<S>> sizes;
    private final List<Integer> repeats;
    private final int batchSize;
    private final long seed;

    /** How many batches there are before each epoch of a round, and in the whole of it. */
    private final List<Long> before = new ArrayList<>();

    /**
     * @param sizes of each picture, at least one
     * @param repeats how often an epoch shows each
     * @param batchSize the last batch of a size may be smaller
     */
    DataOrder(List<List<S>> sizes, List<Integer> repeats, int batchSize, long seed) {
        this.sizes = List.copyOf(sizes);
        this.repeats = List.copyOf(repeats);
        this.batchSize = batchSize;
        this.seed = seed;
        before.add(0L);
        int round = sizes.stream().mapToInt(List::size).reduce(1, DataOrder::together);
        for (int epoch = 0; epoch < round; epoch++) {
            long batches =
                    bySize(epoch).values().stream()
                            .mapToLong(shown -> Math.ceilDiv(shown.size(), batchSize))
                            .sum();
            before.add(before.getLast() + batches);
        }
    }

    /** Their least common multiple. */
    private static int together(int a, int b) {
        int multiple = a;
        while (multiple % b != 0) {
            multiple += a;
        }
        return multiple;
    }

    private int round() {
        return before.size() - 1;
    }

    /** How many batches an epoch has on average, rounded up. */
    int batchesPerEpoch() {
        return Math.toIntExact(Math.ceilDiv(before.getLast(), round()));
    }

    /** The epoch of a batch, both counted from 0. */
    long epoch(long number) {
        long within = number % before.getLast();
        int epoch = 0;
        while (before.get(epoch + 1) <= within) {
            epoch++;
        }
        return number / before.getLast() * round() + epoch;
    }

    /** The pictures of a batch, counted from 0 over all epochs. */
    List<Shown> batch(long number) {
        long epoch = epoch(number);
        long within = number % before.getLast() - before.get((int) (epoch % round()));
        return batches(epoch).get(Math.toIntExact(within));
    }

    private List<List<Shown>> batches(long epoch) {
        TorchRandom random = new TorchRandom(Seeds.of(seed, epoch, "order"));
        List<List<Shown>> batches = new ArrayList<>();
        for (List<Shown> pictures : bySize(epoch).values()) {
            List<Shown> shuffled = Shuffle.of(pictures, random);
            for (int begin = 0; begin < shuffled.size(); begin += batchSize) {
                batches.add(shuffled.subList(begin, Math.min(begin + batchSize, shuffled.size())));
            }
        }
        return Shuffle.of(batches, random);
    }

    private Map<S, List<Shown>> bySize(long epoch) {
        Map<S, List<Shown>> bySize = new LinkedHashMap<>();
        for (int i = 0; i < sizes.size(); i++) {
            List<S> own = sizes.get(i);
            for (int repeat = 0; repeat < repeats.get(i); repeat++) {
                int size = (int) ((epoch + i + repeat) % own.size());
                bySize.computeIfAbsent(own.get(size), any -> new ArrayList<>())
                        .add(new Shown(i, size));
            }
        }
        return bySize;
    }
}
