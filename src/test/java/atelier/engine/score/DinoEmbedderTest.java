package atelier.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.onnx.OnnxGraph;
import atelier.engine.torch.Lane;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DinoEmbedderTest {

    /** A network that gives back what is above zero: its first row is that of the red plane. */
    @Test
    void takesTheFirstRowOfWhatTheNetworkGives(@TempDir Path folder) {
        OnnxGraph graph = new OnnxGraph("dino");
        String x = graph.input("x", 3, 224, 224);
        graph.node("Relu", "y", List.of(x));
        graph.output("y", 3, 224, 224);
        Path file = folder.resolve("dino.onnx");
        graph.write(file);
        int[] pixels = new int[300 * 320];
        Arrays.fill(pixels, 0xcc3300);
        float red = (float) ((0xcc / 255.0 - 0.485) / 0.229);
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (DinoEmbedder embedder = DinoEmbedder.open(lane, file)) {
                    float[] found = embedder.embed(pixels, 320, 300);
                    assertThat(found).hasSize(224).containsOnly(red);
                }
            });
        }
    }
}
