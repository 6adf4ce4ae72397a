package atelier.engine.convnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import atelier.engine.convnet.PictureUNetConfig.Output;
import atelier.engine.onnx.HostArray;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.weights.FloatTensor;
import atelier.model.job.CancelToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime gives what the engine's programs give. */
class ConvnetOnnxTest {

    private static final int PICTURES = 2;
    private static final float DEVIATION = 0.15f;

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

    private SequencedMap<String, float[]> run(OnnxGraph graph, float[] pictures, int side) {
        Path file = folder.resolve("network.onnx");
        graph.write(file);
        return lane.call(() -> {
            try (OnnxSession session = OnnxSession.open(lane, file)) {
                return session.run(
                        List.of(HostArray.of(pictures, PICTURES, 3, side, side)),
                        new CancelToken());
            }
        });
    }

    private float[] engine(Map<String, FloatTensor> weights, float[] pictures, int side) {
        return lane.call(() -> {
            try (Torch torch = new Torch(lane, Device.cpu());
                    NDManager call = torch.newManager();
                    PictureNetwork network =
                            PictureNetwork.uNet(
                                    torch, RandomNetwork.arrays(torch, call, weights))) {
                return torch.toFloats(
                        network.run(call, torch.floats(call, pictures, PICTURES, 3, side, side)));
            }
        });
    }

    private float[] cells(Map<String, FloatTensor> weights, float[] pictures, int side) {
        return lane.call(() -> {
            try (Torch torch = new Torch(lane, Device.cpu());
                    NDManager call = torch.newManager();
                    PictureNetwork network =
                            PictureNetwork.faceDetector(
                                    torch, RandomNetwork.arrays(torch, call, weights))) {
                return torch.toFloats(
                        network.run(call, torch.floats(call, pictures, PICTURES, 3, side, side)));
            }
        });
    }

    @Test
    void picturesAreChangedAlikeAtEitherStride() {
        for (int stride : List.of(2, 4)) {
            ResidualLevels levels =
                    new ResidualLevels(stride, List.of(6, 10, 12), List.of(1, 0, 2));
            PictureUNetConfig config = new PictureUNetConfig(32, levels, Output.CHANGE);
            Map<String, FloatTensor> weights = RandomNetwork.weights(config.shapes(), DEVIATION);
            float[] pictures = new TorchRandom(3).uniform(PICTURES * 3 * 32 * 32);
            float[] change = engine(weights, pictures, 32);
            float[] expected = new float[change.length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = pictures[i] + change[i];
            }
            SequencedMap<String, float[]> found =
                    run(PictureUNetOnnx.of(config, weights, "output"), pictures, 32);
            assertThat(change).isNotEqualTo(new float[change.length]);
            assertThat(found.sequencedKeySet()).containsExactly("output");
            assertThat(found.get("output")).containsExactly(expected, within(1e-4f));
        }
    }

    @Test
    void sharesAreTheSigmoidsOfWhatTheEngineGives() {
        ResidualLevels levels = new ResidualLevels(2, List.of(6, 10), List.of(1, 1));
        PictureUNetConfig config = new PictureUNetConfig(16, levels, Output.SHARE);
        Map<String, FloatTensor> weights = RandomNetwork.weights(config.shapes(), DEVIATION);
        float[] pictures = new TorchRandom(4).uniform(PICTURES * 3 * 16 * 16);
        float[] expected = engine(weights, pictures, 16);
        assertThat(expected).hasSize(PICTURES * 16 * 16);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) (1 / (1 + Math.exp(-expected[i])));
        }
        assertThat(run(PictureUNetOnnx.of(config, weights, "alpha"), pictures, 16).get("alpha"))
                .containsExactly(expected, within(1e-4f));
    }

    @Test
    void theDetectorTellsWhatTheCellsTellInYuNetsOutputs() {
        FaceDetectorConfig config =
                new FaceDetectorConfig(
                        new ResidualLevels(4, List.of(6, 8, 10, 12), List.of(0, 1, 1, 0)), 8);
        Map<String, FloatTensor> weights = RandomNetwork.weights(config.shapes(), DEVIATION);
        int side = 64;
        float[] pictures = new TorchRandom(5).uniform(PICTURES * 3 * side * side);
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] *= 255;
        }
        float[] told = cells(weights, pictures, side);
        SequencedMap<String, float[]> found =
                run(FaceDetectorOnnx.of(config, side, weights), pictures, side);
        assertThat(found.sequencedKeySet())
                .containsExactly(
                        "cls_8", "cls_16", "cls_32", "obj_8", "obj_16", "obj_32", "bbox_8",
                        "bbox_16", "bbox_32", "kps_8", "kps_16", "kps_32");
        int cells = 64 + 16 + 4;
        assertThat(told).hasSize(PICTURES * cells * 16);
        int first = 0;
        for (int stride : List.of(8, 16, 32)) {
            int own = (side / stride) * (side / stride);
            assertPart(found.get("cls_" + stride), told, cells, first, own, 0, 1, true);
            assertPart(found.get("obj_" + stride), told, cells, first, own, 1, 1, true);
            assertPart(found.get("bbox_" + stride), told, cells, first, own, 2, 4, false);
            assertPart(found.get("kps_" + stride), told, cells, first, own, 6, 10, false);
            first += own;
        }
    }

    private static void assertPart(
            float[] found,
            float[] told,
            int cells,
            int first,
            int own,
            int begin,
            int width,
            boolean sigmoid) {
        List<Float> expected = new ArrayList<>();
        for (int picture = 0; picture < PICTURES; picture++) {
            for (int cell = first; cell < first + own; cell++) {
                for (int i = begin; i < begin + width; i++) {
                    float value = told[(picture * cells + cell) * 16 + i];
                    expected.add(sigmoid ? (float) (1 / (1 + Math.exp(-value))) : value);
                }
            }
        }
        assertThat(found).hasSize(expected.size());
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected.get(i), within(1e-3f));
        }
    }

    @Test
    void sizesThatDoNotGoTogetherAreRefused() {
        ResidualLevels levels = new ResidualLevels(2, List.of(6, 10), List.of(1, 1));
        assertThatThrownBy(() -> new PictureUNetConfig(18, levels, Output.SHARE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FaceDetectorConfig(levels, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResidualLevels(3, List.of(6), List.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResidualLevels(2, List.of(6, 7), List.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FaceGrid(48)).isInstanceOf(IllegalArgumentException.class);
    }
}
