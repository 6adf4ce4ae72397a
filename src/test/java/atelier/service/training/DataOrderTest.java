package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataOrderTest {

    private static final List<List<String>> SIZES =
            List.of("a", "b", "a", "a", "b", "a", "a", "c").stream().map(List::of).toList();

    private static DataOrder<String> order(int batchSize, long seed) {
        return new DataOrder<>(SIZES, Collections.nCopies(8, 1), batchSize, seed);
    }

    private static List<Integer> pictures(List<DataOrder.Shown> batch) {
        return batch.stream().map(DataOrder.Shown::picture).toList();
    }

    @Test
    void showsEachPictureOnceAnEpochAndOnlyOneSizeTogether() {
        DataOrder<String> order = order(2, 7);
        assertThat(order.batchesPerEpoch()).isEqualTo(5);
        Set<List<List<Integer>>> epochs = new HashSet<>();
        for (int epoch = 0; epoch < 6; epoch++) {
            List<List<Integer>> batches = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                assertThat(order.epoch(epoch * 5L + i)).isEqualTo(epoch);
                batches.add(pictures(order.batch(epoch * 5L + i)));
            }
            assertThat(batches.stream().flatMap(List::stream))
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
            assertThat(batches)
                    .allSatisfy(batch ->
                            assertThat(batch.stream().map(SIZES::get).distinct()).hasSize(1));
            epochs.add(batches);
        }
        assertThat(epochs).hasSizeGreaterThan(4);
    }

    @Test
    void dependsOnTheSeedAlone() {
        DataOrder<String> one = order(1, 7);
        DataOrder<String> same = order(1, 7);
        DataOrder<String> other = order(1, 8);
        List<List<DataOrder.Shown>> order = new ArrayList<>();
        List<List<DataOrder.Shown>> others = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            assertThat(same.batch(i)).isEqualTo(one.batch(i));
            order.add(one.batch(i));
            others.add(other.batch(i));
        }
        assertThat(others).isNotEqualTo(order);
    }

    @Test
    void repeatsPicturesWithinAnEpoch() {
        DataOrder<String> order = new DataOrder<>(SIZES, List.of(3, 1, 0, 2, 1, 1, 1, 2), 2, 7);
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < order.batchesPerEpoch(); i++) {
            shown.addAll(pictures(order.batch(i)));
        }
        assertThat(shown).containsExactlyInAnyOrder(0, 0, 0, 1, 3, 3, 4, 5, 6, 7, 7);
    }

    /** Two pictures have three sizes, one two, one a single one: a round has six epochs. */
    @Test
    void takesTheSizesOfAPictureInTurnAndNeverTwoSizesInOneBatch() {
        List<List<String>> sizes =
                List.of(
                        List.of("l", "m", "s"),
                        List.of("l", "m", "s"),
                        List.of("m", "s"),
                        List.of("s"));
        DataOrder<String> order = new DataOrder<>(sizes, List.of(1, 2, 1, 1), 2, 3);
        List<List<DataOrder.Shown>> epochs = new ArrayList<>();
        long batches = 0;
        for (; order.epoch(batches) < 6; batches++) {
            int epoch = (int) order.epoch(batches);
            List<DataOrder.Shown> batch = order.batch(batches);
            assertThat(batch).hasSizeBetween(1, 2);
            assertThat(batch.stream().map(one -> size(sizes, one)).distinct()).hasSize(1);
            if (epoch == epochs.size()) {
                epochs.add(new ArrayList<>());
            }
            epochs.get(epoch).addAll(batch);
        }
        assertThat(epochs)
                .hasSize(6)
                .allSatisfy(epoch ->
                        assertThat(pictures(epoch)).containsExactlyInAnyOrder(0, 1, 1, 2, 3));
        List<DataOrder.Shown> all = epochs.stream().flatMap(List::stream).toList();
        for (int picture = 0; picture < 4; picture++) {
            for (int size = 0; size < sizes.get(picture).size(); size++) {
                assertThat(Collections.frequency(all, new DataOrder.Shown(picture, size)))
                        .as("picture %d at size %d", picture, size)
                        .isEqualTo((picture == 1 ? 12 : 6) / sizes.get(picture).size());
            }
        }
        assertThat(order.batchesPerEpoch()).isEqualTo((int) Math.ceilDiv(batches, 6L));
        assertThat(order.epoch(2 * batches)).isEqualTo(12);
    }

    private static String size(List<List<String>> sizes, DataOrder.Shown shown) {
        return sizes.get(shown.picture()).get(shown.size());
    }
}
