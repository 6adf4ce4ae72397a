package atelier.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.clip.PicturePixels;
import atelier.engine.clip.PictureTowerOnnx;
import atelier.engine.clip.RandomTower;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureEmbedderTest {

    @TempDir private Path folder;
    private Lane lane;

    @BeforeEach
    void open() {
        lane = new Lane();
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void picturesAreBroughtToTheTowersSizeAndMeasure() {
        Path file = folder.resolve("tower.onnx");
        PictureTowerOnnx.of(RandomTower.CONFIG, RandomTower.weights(), 1).write(file);
        int side = RandomTower.CONFIG.side();
        int[] small = new Random(4).ints((long) side * side, 0, 0x1000000).toArray();
        int[] large = new int[4 * side * side];
        for (int i = 0; i < large.length; i++) {
            large[i] = small[i / (2 * side) / 2 * side + i % (2 * side) / 2];
        }
        lane.run(() -> {
            try (PictureEmbedder embedder = PictureEmbedder.open(lane, file);
                    OnnxSession session = OnnxSession.open(lane, file)) {
                float[] found = embedder.embed(small, side, side);
                assertThat(found)
                        .isEqualTo(session.run(PicturePixels.normalized(small), 1, 3, side, side))
                        .hasSize(RandomTower.CONFIG.projections().get(1));
                assertThat(embedder.embed(large, 2 * side, 2 * side)).isEqualTo(found);
            }
        });
    }

    @Test
    void networksForOtherThingsAreRefused() {
        OnnxGraph graph = new OnnxGraph("other");
        String x = graph.input("x", 3, 4, 8);
        graph.node("Relu", "y", List.of(x));
        graph.output("y", 3, 4, 8);
        Path file = folder.resolve("other.onnx");
        graph.write(file);
        assertThatThrownBy(() -> lane.run(() -> PictureEmbedder.open(lane, file).close()))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith(file + " takes no square colour pictures");
    }
}
