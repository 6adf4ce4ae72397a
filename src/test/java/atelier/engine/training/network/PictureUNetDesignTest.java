package atelier.engine.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import atelier.engine.convnet.PictureNetwork;
import atelier.engine.convnet.PictureUNetConfig;
import atelier.engine.convnet.PictureUNetConfig.Output;
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
import atelier.model.training.OptimizerSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The training of U-Nets over pictures: their losses by formulas in double, and that they fall. */
class PictureUNetDesignTest {

    private static final int SIDE = 8;
    private static final int PIXELS = SIDE * SIDE;
    private static final ResidualLevels LEVELS =
            new ResidualLevels(2, List.of(6, 8), List.of(1, 1));
    private static final PictureUNetLoss OF_PICTURES = new PictureUNetLoss(1.5, 0.25, 2, 0);
    private static final PictureUNetLoss OF_SHARES = new PictureUNetLoss(1.5, 0.25, 2, 3);

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

    private static PictureUNetDesign design(Output output) {
        return new PictureUNetDesign(
                new PictureUNetConfig(SIDE, LEVELS, output),
                output == Output.CHANGE ? OF_PICTURES : OF_SHARES);
    }

    private static PicturePairs batch(Output output) {
        return new PicturePairs(
                SIDE,
                List.of(
                        new TorchRandom(1).uniform(3 * PIXELS),
                        new TorchRandom(2).uniform(3 * PIXELS)),
                List.of(
                        new TorchRandom(3).uniform(output.channels() * PIXELS),
                        new TorchRandom(4).uniform(output.channels() * PIXELS)));
    }

    private static void with(Output output, Consumer<NetworkTrainer<PicturePairs>> work) {
        lane.run(() -> {
            try (NetworkTrainer<PicturePairs> trainer =
                    new NetworkTrainer<>(
                            torch,
                            design(output),
                            new NetworkTrainerSettings(
                                    100,
                                    OptimizerSettings.of("adamw", 5e-3, 0),
                                    LearningRateSchedules.get("constant"),
                                    0,
                                    0,
                                    ComputeType.FLOAT32))) {
                work.accept(trainer);
            }
        });
    }

    private static float[] output(Map<String, FloatTensor> weights, float[] picture) {
        try (NDManager owner = torch.newManager();
                PictureNetwork network =
                        PictureNetwork.uNet(torch, RandomNetwork.arrays(torch, owner, weights))) {
            return torch.toFloats(
                    network.run(owner, torch.floats(owner, picture, 1, 3, SIDE, SIDE)));
        }
    }

    @Test
    void everyPartOfTheLossIsThatOfItsFormula() {
        for (Output output : Output.values()) {
            Map<String, FloatTensor> weights =
                    RandomNetwork.weights(design(output).shapes(), 0.15f);
            PicturePairs batch = batch(output);
            with(
                    output,
                    trainer -> {
                        trainer.initialize(weights);
                        double[] parts = parts(output, weights, batch);
                        Map<String, Double> found =
                                trainer.update(batch, new CancelToken()).parts();
                        assertThat(found.get("absolute")).isCloseTo(parts[0], within(1e-5));
                        assertThat(found.get("squared")).isCloseTo(parts[1], within(1e-5));
                        assertThat(found.get("edges")).isCloseTo(parts[2], within(1e-5));
                        double total = 1.5 * parts[0] + 0.25 * parts[1] + 2 * parts[2];
                        if (output == Output.SHARE) {
                            assertThat(found.get("entropy")).isCloseTo(parts[3], within(1e-5));
                            total += 3 * parts[3];
                        } else {
                            assertThat(found).hasSize(3);
                        }
                        trainer.initialize(weights);
                        assertThat(trainer.loss(batch, new CancelToken()))
                                .isCloseTo(total, within(1e-4));
                    });
        }
    }

    private static double[] parts(
            Output output, Map<String, FloatTensor> weights, PicturePairs batch) {
        double[] parts = new double[4];
        int count = output.channels() * PIXELS * 2;
        int neighbours = output.channels() * SIDE * (SIDE - 1) * 2;
        for (int picture = 0; picture < 2; picture++) {
            float[] told = output(weights, batch.pictures().get(picture));
            float[] wanted = batch.wanted().get(picture);
            double[] d = new double[told.length];
            for (int i = 0; i < d.length; i++) {
                double share = 1 / (1 + Math.exp(-told[i]));
                d[i] =
                        (output == Output.CHANGE
                                        ? batch.pictures().get(picture)[i] + told[i]
                                        : share)
                                - wanted[i];
                parts[0] += Math.abs(d[i]) / count;
                parts[1] += d[i] * d[i] / count;
                parts[3] -=
                        (wanted[i] * Math.log(share) + (1 - wanted[i]) * Math.log(1 - share))
                                / count;
            }
            for (int i = 0; i < d.length; i++) {
                if (i % SIDE < SIDE - 1) {
                    parts[2] += Math.abs(d[i + 1] - d[i]) / neighbours;
                }
                if (i / SIDE % SIDE < SIDE - 1) {
                    parts[2] += Math.abs(d[i + SIDE] - d[i]) / neighbours;
                }
            }
        }
        return parts;
    }

    @Test
    void atFirstPicturesStayAsTheyAreAndSharesAreAHalf() {
        for (Output output : Output.values()) {
            with(
                    output,
                    trainer -> {
                        trainer.initialize(9);
                        assertThat(output(trainer.result(), batch(output).pictures().getFirst()))
                                .containsOnly(0);
                    });
        }
    }

    @Test
    void everyWeightIsTrainedAndTheLossFalls() {
        for (Output output : Output.values()) {
            PicturePairs batch = batch(output);
            with(
                    output,
                    trainer -> {
                        trainer.initialize(9);
                        Map<String, FloatTensor> before = trainer.result();
                        double first = trainer.loss(batch, new CancelToken());
                        for (int step = 0; step < 40; step++) {
                            trainer.update(batch, new CancelToken());
                        }
                        assertThat(trainer.loss(batch, new CancelToken())).isLessThan(0.8 * first);
                        Map<String, FloatTensor> after = trainer.result();
                        assertThat(after.keySet())
                                .allSatisfy(name ->
                                        assertThat(after.get(name).values())
                                                .as(name)
                                                .isNotEqualTo(before.get(name).values()));
                    });
        }
    }

    @Test
    void picturesHaveNoEntropy() {
        assertThatThrownBy(() ->
                        new PictureUNetDesign(
                                new PictureUNetConfig(SIDE, LEVELS, Output.CHANGE), OF_SHARES))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
