package atelier.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutogradTest {

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
    void givesInputGradientsAndSumsThoseOfParameters() {
        lane.run(() -> {
            try (NDManager owner = torch.newManager();
                    Autograd autograd = new Autograd(torch)) {
                NDArray weight = torch.floats(owner, new float[] {2, -3}, 2);
                Parameter parameter =
                        new Parameter(
                                autograd.leaf(owner, weight),
                                torch.floats(owner, new float[] {100, 200}, 2));
                NDArray x = autograd.leaf(owner, torch.floats(owner, new float[] {5, 7}, 2));
                NDArray unused = autograd.leaf(owner, torch.floats(owner, new float[] {1}, 1));
                NDArray y = torch.withGradients(() -> parameter.value().mul(x).square());
                y.attach(owner);

                List<NDArray> gradients =
                        autograd.backward(
                                owner,
                                y,
                                torch.floats(owner, new float[] {1, 10}, 2),
                                List.of(x, unused),
                                List.of(parameter));

                assertThat(gradients).hasSize(2);
                // d (wx)² = 2w²x and 2wx²
                assertThat(gradients.get(0).toFloatArray()).containsExactly(40, 1260);
                assertThat(gradients.get(1).toFloatArray()).containsExactly(0);
                assertThat(parameter.gradient().toFloatArray()).containsExactly(200, -2740);
            }
        });
    }

    @Test
    void sumsParametersWithoutAnyInput() {
        lane.run(() -> {
            try (NDManager owner = torch.newManager();
                    Autograd autograd = new Autograd(torch)) {
                Parameter parameter =
                        new Parameter(
                                autograd.leaf(owner, torch.floats(owner, new float[] {3}, 1)),
                                torch.floats(owner, new float[] {1}, 1));
                NDArray y = torch.withGradients(() -> parameter.value().square());
                y.attach(owner);
                assertThat(
                                autograd.backward(
                                        owner,
                                        y,
                                        torch.floats(owner, new float[] {1}, 1),
                                        List.of(),
                                        List.of(parameter)))
                        .isEmpty();
                assertThat(parameter.gradient().toFloatArray()).containsExactly(7);
            }
        });
    }

    @Test
    void aLeafSharesItsMemory() {
        lane.run(() -> {
            try (NDManager owner = torch.newManager();
                    Autograd autograd = new Autograd(torch)) {
                NDArray array = torch.floats(owner, new float[] {1, 2}, 2);
                NDArray leaf = autograd.leaf(owner, array);
                array.addi(10);
                assertThat(leaf.toFloatArray()).containsExactly(11, 12);
            }
        });
    }
}
