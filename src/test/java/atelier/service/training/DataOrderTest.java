package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataOrderTest {

    private static final List<String> SIZES = List.of("a", "b", "a", "a", "b", "a", "a", "c");

    @Test
    void showsEachPictureOnceAnEpochAndOnlyOneSizeTogether() {
        DataOrder<String> order = new DataOrder<>(SIZES, 2, 7);
        assertThat(order.batchesPerEpoch()).isEqualTo(5);
        Set<List<List<Integer>>> epochs = new HashSet<>();
        for (int epoch = 0; epoch < 6; epoch++) {
            List<List<Integer>> batches = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                batches.add(order.batch(epoch * 5L + i));
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
        DataOrder<String> one = new DataOrder<>(SIZES, 1, 7);
        DataOrder<String> same = new DataOrder<>(SIZES, 1, 7);
        DataOrder<String> other = new DataOrder<>(SIZES, 1, 8);
        List<List<Integer>> order = new ArrayList<>();
        List<List<Integer>> others = new ArrayList<>();
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
            shown.addAll(order.batch(i));
        }
        assertThat(shown).containsExactlyInAnyOrder(0, 0, 0, 1, 3, 3, 4, 5, 6, 7, 7);
    }
}
