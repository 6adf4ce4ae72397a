package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightAverageTest {

    private static final List<Slot> SLOTS =
            List.of(new Slot("a", List.of(2L, 2L)), new Slot("b", List.of(1L)));

    private Lane lane;
    private Torch torch;
    private Autograd autograd;
    private ParameterStore store;

    @BeforeEach
    void open() {
        lane = new Lane();
        lane.run(() -> {
            torch = new Torch(lane, Device.cpu());
            autograd = new Autograd(torch);
            store = new ParameterStore(torch, autograd, SLOTS);
            store.write("a", new float[] {1, -2, 3, 0});
            store.write("b", new float[] {8});
        });
    }

    @AfterEach
    void close() {
        lane.run(() -> {
            store.close();
            autograd.close();
            torch.close();
        });
        lane.close();
    }

    private void with(double decay, Consumer<WeightAverage> work) {
        lane.run(() -> {
            try (WeightAverage average = new WeightAverage(torch, store, decay)) {
                average.begin();
                work.accept(average);
            }
        });
    }

    /** The numbers of b after each update, far enough for a decay of 0.5 to be past its warm-up. */
    private static final float[] COURSE = {4, 2, -6, 10, 3, 0, 7, 1, 5, 9, -1, 2};

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.999})
    void isTheAverageThatTheFormulaGives(double decay) {
        with(
                decay,
                average -> {
                    double expected = 8;
                    for (int n = 1; n <= COURSE.length; n++) {
                        float value = COURSE[n - 1];
                        store.write("b", new float[] {value});
                        average.move(n);
                        double share = Math.min(decay, (1.0 + n) / (10.0 + n));
                        expected = share * expected + (1 - share) * value;
                        assertThat((double) average.tensors().get("b").values()[0])
                                .isCloseTo(expected, within(1e-5));
                    }
                    assertThat(store.read("b")).containsExactly(2);
                    assertThat(average.tensors().get("a").values()).containsExactly(1, -2, 3, 0);
                });
    }

    /** 2/11 of what was there stays at first: 8 · 2/11 + 4 · 9/11. */
    @Test
    void forgetsTheBeginningSoon() {
        with(
                0.999,
                average -> {
                    store.write("b", new float[] {4});
                    average.move(1);
                    assertThat((double) average.tensors().get("b").values()[0])
                            .isCloseTo(52.0 / 11, within(1e-6));
                });
    }

    @Test
    void standsInForTheNumbersWhileWorkIsDone() {
        with(
                0.9,
                average -> {
                    store.write("b", new float[] {100});
                    assertThat(average.during(() -> store.read("b"))).containsExactly(8);
                    assertThat(store.read("b")).containsExactly(100);
                    assertThatThrownBy(() ->
                                    average.during(() -> {
                                        throw new IllegalStateException("fails");
                                    }))
                            .hasMessage("fails");
                    assertThat(store.read("b")).containsExactly(100);
                });
    }

    @Test
    void goesOnFromItsTensorsAndTakesNoOthers() {
        with(
                0.9,
                average -> {
                    store.write("b", new float[] {3});
                    average.move(1);
                    SequencedMap<String, FloatTensor> saved = average.tensors();
                    average.move(2);
                    float[] after = average.tensors().get("b").values();
                    average.restore(saved);
                    assertThat(average.tensors().get("b").values())
                            .isEqualTo(saved.get("b").values());
                    average.move(2);
                    assertThat(average.tensors().get("b").values()).isEqualTo(after);
                    assertThat(store.read("b")).containsExactly(3);
                    assertThatThrownBy(() -> average.restore(Map.of()))
                            .isInstanceOf(AtelierException.class);
                    assertThat(store.read("b")).containsExactly(3);
                });
    }
}
