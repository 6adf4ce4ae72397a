package atelier.engine.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTowerOnnxTest {

    private static final int PICTURES = 3;

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
    void onnxRuntimeGivesWhatTheEngineGives() {
        int side = RandomTower.CONFIG.side();
        float[] pictures = new TorchRandom(3).normal(PICTURES * 3 * side * side);
        List<float[]> engine = lane.call(() -> engine(pictures, side));
        for (int head = 0; head < 2; head++) {
            Path file = folder.resolve("tower-" + head + ".onnx");
            PictureTowerOnnx.of(RandomTower.CONFIG, RandomTower.weights(), head).write(file);
            float[] found = lane.call(() -> run(file, pictures, PICTURES, 3, side, side));
            assertThat(found).hasSize(PICTURES * RandomTower.CONFIG.projections().get(head));
            assertThat(found).containsExactly(engine.get(head), within(1e-4f));
        }
    }

    @Test
    void picturesDoNotDependOnTheirNeighbours() {
        int side = RandomTower.CONFIG.side();
        int size = 3 * side * side;
        float[] pictures = new TorchRandom(4).normal(2 * size);
        Path file = folder.resolve("tower.onnx");
        PictureTowerOnnx.of(RandomTower.CONFIG, RandomTower.weights(), 1).write(file);
        float[] both = lane.call(() -> run(file, pictures, 2, 3, side, side));
        float[] second = Arrays.copyOfRange(pictures, size, 2 * size);
        float[] alone = lane.call(() -> run(file, second, 1, 3, side, side));
        assertThat(alone)
                .containsExactly(
                        Arrays.copyOfRange(both, both.length / 2, both.length), within(1e-5f));
    }

    @Test
    void damagedFilesAndUnfitPicturesAreNamed() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.onnx"), "no network");
        assertThatThrownBy(() -> lane.run(() -> OnnxSession.open(lane, damaged).close()))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith(damaged + " cannot be loaded as an ONNX network");
        Path file = folder.resolve("tower.onnx");
        PictureTowerOnnx.of(RandomTower.CONFIG, RandomTower.weights(), 0).write(file);
        assertThatThrownBy(() -> lane.call(() -> run(file, new float[48], 1, 3, 4, 4)))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("The network in " + file);
    }

    private float[] run(Path file, float[] pictures, long... shape) {
        try (OnnxSession session = OnnxSession.open(lane, file)) {
            return session.run(pictures, shape);
        }
    }

    private List<float[]> engine(float[] pictures, int side) {
        try (Torch torch = new Torch(lane, Device.cpu());
                NDManager call = torch.newManager();
                PictureTower tower =
                        new PictureTower(
                                torch, RandomTower.CONFIG, RandomTower.arrays(torch, call))) {
            NDArray input = torch.floats(call, pictures, PICTURES, 3, side, side);
            return tower.embed(call, input).stream().map(torch::toFloats).toList();
        }
    }
}
