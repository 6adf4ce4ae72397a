package atelier.engine.training.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParameterStoreTest {

    private static final List<Slot> SLOTS =
            List.of(new Slot("a", List.of(2L, 3L)), new Slot("b", List.of(2L)));

    private Lane lane;
    private Torch torch;

    @BeforeEach
    void open() {
        lane = new Lane();
        torch = lane.call(() -> new Torch(lane, Device.cpu()));
    }

    @AfterEach
    void close() {
        lane.run(torch::close);
        lane.close();
    }

    @Test
    void keepsAllValuesInOneArray() {
        lane.run(() -> {
            try (Autograd autograd = new Autograd(torch);
                    ParameterStore store = new ParameterStore(torch, autograd, SLOTS)) {
                store.write("a", new float[] {1, 2, 3, 4, 5, 6});
                store.write("b", new float[] {7, 8});
                assertThat(store.values().toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
                store.values().muli(2);
                assertThat(store.read("a")).containsExactly(2, 4, 6, 8, 10, 12);
                assertThat(store.parameters().get("b").value().toFloatArray())
                        .containsExactly(14, 16);
            }
        });
    }

    @Test
    void measuresScalesAndClearsGradients() {
        lane.run(() -> {
            try (Autograd autograd = new Autograd(torch);
                    ParameterStore store = new ParameterStore(torch, autograd, SLOTS)) {
                store.parameters().get("a").gradient().addi(3);
                store.parameters().get("b").gradient().addi(-1);
                assertThat(store.gradientNorm()).isCloseTo(Math.sqrt(56), within(1e-6));
                store.scaleGradients(0.5);
                assertThat(store.readGradient("b")).containsExactly(-0.5f, -0.5f);
                store.parameters().get("b").gradient().addi(Float.NaN);
                assertThat(store.gradientNorm()).isNaN();
                store.clearGradients();
                assertThat(store.gradientNorm()).isZero();
            }
        });
    }

    @Test
    void refusesTwoOfOneName() {
        lane.run(() -> {
            try (Autograd autograd = new Autograd(torch)) {
                assertThatThrownBy(() ->
                                new ParameterStore(
                                        torch, autograd, List.of(SLOTS.getLast(), SLOTS.getLast())))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("b");
            }
        });
    }
}
