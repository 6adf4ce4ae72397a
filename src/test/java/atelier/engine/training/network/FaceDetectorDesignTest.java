package atelier.engine.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import atelier.engine.convnet.FaceDetectorConfig;
import atelier.engine.convnet.FaceGrid;
import atelier.engine.convnet.PictureNetwork;
import atelier.engine.convnet.RandomNetwork;
import atelier.engine.convnet.ResidualLevels;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.training.NetworkTrainer;
import atelier.engine.training.NetworkTrainerSettings;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.FloatTensor;
import atelier.model.job.CancelToken;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import atelier.model.training.OptimizerSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The training of the detector: its loss by formulas in double, and that it falls. */
class FaceDetectorDesignTest {

    private static final int SIDE = 64;
    private static final FaceDetectorDesign DESIGN =
            new FaceDetectorDesign(
                    new FaceDetectorConfig(
                            new ResidualLevels(4, List.of(6, 8, 8, 8), List.of(1, 0, 1, 0)), 8),
                    new FaceDetectorLoss(1.5, 0.5, 2, 0.75, 3));

    private static Lane lane;
    private static Torch torch;

    @BeforeAll
    static void open() {
        lane = new Lane();
        torch = lane.call(() -> new Torch(lane, Device.cpu()));
    }

    @AfterAll
    static void close() {
        lane.run(torch::close);
        lane.close();
    }

    private static DetectedFace face(double left, double top, double width, double height) {
        return new DetectedFace(
                new FaceBox(left, top, width, height),
                FaceLandmarks.of(
                        List.of(
                                new FacePoint(left + 0.3 * width, top + 0.3 * height),
                                new FacePoint(left + 0.7 * width, top + 0.3 * height),
                                new FacePoint(left + 0.5 * width, top + 0.5 * height),
                                new FacePoint(left + 0.35 * width, top + 0.8 * height),
                                new FacePoint(left + 0.65 * width, top + 0.8 * height))),
                1);
    }

    /** Two pictures, the second without a face. */
    private static FaceScenes batch() {
        FaceGrid grid = new FaceGrid(SIDE);
        return new FaceScenes(
                SIDE,
                List.of(picture(1), picture(2)),
                List.of(
                        grid.wanted(List.of(face(5, 8, 20, 24), face(30, 20, 34, 40))),
                        grid.wanted(List.of())));
    }

    private static float[] picture(long seed) {
        float[] values = new TorchRandom(seed).uniform(3 * SIDE * SIDE);
        for (int i = 0; i < values.length; i++) {
            values[i] *= 255;
        }
        return values;
    }

    private static void with(Consumer<NetworkTrainer<FaceScenes>> work) {
        lane.run(() -> {
            try (NetworkTrainer<FaceScenes> trainer =
                    new NetworkTrainer<>(
                            torch,
                            DESIGN,
                            new NetworkTrainerSettings(
                                    100,
                                    OptimizerSettings.of("adamw", 3e-3, 0),
                                    LearningRateSchedules.get("constant"),
                                    0,
                                    0,
                                    ComputeType.FLOAT32))) {
                work.accept(trainer);
            }
        });
    }

    private static float[] told(Map<String, FloatTensor> weights, float[] picture) {
        try (NDManager owner = torch.newManager();
                PictureNetwork network =
                        PictureNetwork.faceDetector(
                                torch, RandomNetwork.arrays(torch, owner, weights))) {
            return torch.toFloats(
                    network.run(owner, torch.floats(owner, picture, 1, 3, SIDE, SIDE)));
        }
    }

    private static double entropy(double logit, double wanted) {
        double share = 1 / (1 + Math.exp(-logit));
        return -wanted * Math.log(share) - (1 - wanted) * Math.log(1 - share);
    }

    private static FaceBox box(float[] numbers, int at) {
        double width = Math.exp(numbers[at + 2]);
        double height = Math.exp(numbers[at + 3]);
        return new FaceBox(numbers[at] - width / 2, numbers[at + 1] - height / 2, width, height);
    }

    @Test
    void everyPartOfTheLossIsThatOfItsFormula() {
        FaceScenes batch = batch();
        Map<String, FloatTensor> weights = RandomNetwork.weights(DESIGN.shapes(), 0.15f);
        with(trainer -> {
            trainer.initialize(weights);
            double faces = 0;
            double fits = 0;
            double overlaps = 0;
            double boxes = 0;
            double marks = 0;
            int count = 0;
            for (int picture = 0; picture < 2; picture++) {
                float[] told = told(weights, batch.pictures().get(picture));
                float[] wanted = batch.wanted().get(picture);
                for (int at = 0; at < wanted.length; at += 16) {
                    faces += wanted[at] * entropy(told[at + 1], wanted[at + 1]);
                    if (wanted[at + 1] == 1) {
                        count++;
                        double overlap = box(told, at + 2).overlap(box(wanted, at + 2));
                        fits += entropy(told[at], overlap);
                        overlaps += 1 - overlap;
                        for (int i = 2; i < 6; i++) {
                            boxes += Math.abs(told[at + i] - wanted[at + i]) / 4.0;
                        }
                        double size = Math.sqrt(box(wanted, at + 2).area());
                        for (int i = 6; i < 16; i++) {
                            marks += Math.abs(told[at + i] - wanted[at + i]) / size / 10;
                        }
                    }
                }
            }
            assertThat(count).isGreaterThan(4);
            Map<String, Double> parts = trainer.update(batch, new CancelToken()).parts();
            assertThat(parts.get("face")).isCloseTo(faces / count, within(1e-4));
            assertThat(parts.get("fit")).isCloseTo(fits / count, within(1e-4));
            assertThat(parts.get("overlap")).isCloseTo(overlaps / count, within(1e-4));
            assertThat(parts.get("box")).isCloseTo(boxes / count, within(1e-4));
            assertThat(parts.get("marks")).isCloseTo(marks / count, within(1e-4));
            trainer.initialize(weights);
            assertThat(trainer.loss(batch, new CancelToken()))
                    .isCloseTo(
                            (1.5 * faces + 0.5 * fits + 2 * overlaps + 0.75 * boxes + 3 * marks)
                                    / count,
                            within(1e-3));
        });
    }

    @Test
    void everyWeightIsTrainedAndTheLossFalls() {
        FaceScenes batch = batch();
        with(trainer -> {
            trainer.initialize(9);
            Map<String, FloatTensor> before = trainer.result();
            double first = trainer.loss(batch, new CancelToken());
            for (int step = 0; step < 40; step++) {
                trainer.update(batch, new CancelToken());
            }
            assertThat(trainer.loss(batch, new CancelToken())).isLessThan(0.6 * first);
            Map<String, FloatTensor> after = trainer.result();
            assertThat(after.keySet())
                    .allSatisfy(name ->
                            assertThat(after.get(name).values())
                                    .as(name)
                                    .isNotEqualTo(before.get(name).values()));
        });
    }
}
