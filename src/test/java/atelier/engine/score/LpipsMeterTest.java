package atelier.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.onnx.OnnxGraph;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LpipsMeterTest {

    @TempDir private Path folder;

    /** A network that takes the second picture from the first: its first number is of the red. */
    @Test
    void bothPicturesGoInFromMinusOneToOne() {
        OnnxGraph graph = new OnnxGraph("lpips");
        String one = graph.input("one", 3, 8, 6);
        String other = graph.input("other", 3, 8, 6);
        graph.node("Sub", "far", List.of(one, other));
        graph.output("far", 3, 8, 6);
        Path file = folder.resolve("lpips.onnx");
        graph.write(file);
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (LpipsMeter meter = LpipsMeter.open(lane, file)) {
                    assertThat(meter.between(filled(0xff0000), filled(0x330000), 6, 8))
                            .isEqualTo(2 * (1 - 0x33 / 255.0), within(1e-6));
                }
            });
        }
    }

    private static int[] filled(int pixel) {
        int[] pixels = new int[48];
        Arrays.fill(pixels, pixel);
        return pixels;
    }

    @Test
    void aNetworkOfOneInputIsRefused() {
        OnnxGraph graph = new OnnxGraph("other");
        graph.node("Relu", "y", List.of(graph.input("x", 3, 8, 6)));
        graph.output("y", 3, 8, 6);
        Path file = folder.resolve("lpips.onnx");
        graph.write(file);
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (LpipsMeter meter = LpipsMeter.open(lane, file)) {
                    assertThatThrownBy(() -> meter.between(filled(0), filled(0), 6, 8))
                            .isInstanceOf(AtelierException.class)
                            .hasMessageContaining("does not run on this input");
                }
            });
        }
    }
}
