package atelier.engine.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.Vae;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.training.NetworkTrainer;
import atelier.engine.training.NetworkTrainerSettings;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.VaeConfig;
import atelier.model.job.CancelToken;
import atelier.model.training.OptimizerSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The autoencoder's training: its loss by formulas in double, and that it makes it smaller. */
class AutoencoderDesignTest {

    private static final int SIDE = 16;
    private static final int AREA = 8;
    private static final int AREAS = SIDE / AREA;
    private static final int LATENTS = 4 * 2 * 2;
    private static final VaeConfig CONFIG = new VaeConfig(3, 4, List.of(8, 8, 8, 8), 1, 2, 1);
    private static final AutoencoderLoss LOSS = new AutoencoderLoss(1.5, 0.25, 2, 3, 0.125);

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

    private static NetworkTrainerSettings settings() {
        return new NetworkTrainerSettings(
                100,
                OptimizerSettings.of("adamw", 2e-3, 0),
                LearningRateSchedules.get("constant"),
                0,
                0,
                ComputeType.FLOAT32);
    }

    private static void with(Consumer<NetworkTrainer<PictureBatch>> work) {
        lane.run(() -> {
            try (NetworkTrainer<PictureBatch> trainer =
                    new NetworkTrainer<>(torch, new AutoencoderDesign(CONFIG, LOSS), settings())) {
                trainer.initialize(5);
                work.accept(trainer);
            }
        });
    }

    private static float[] picture(long seed) {
        float[] values = new TorchRandom(seed).uniform(3 * SIDE * SIDE);
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * values[i] - 1;
        }
        return values;
    }

    private static PictureBatch batch(List<float[]> noise) {
        return new PictureBatch(SIDE, SIDE, List.of(picture(1), picture(2)), noise);
    }

    private static PictureBatch quietBatch() {
        return batch(List.of(new float[LATENTS], new float[LATENTS]));
    }

    /** What encoder and decoder give, run one after the other, with that noise between them. */
    private record Passed(float[] moments, float[] restored) {

        static Passed of(Map<String, FloatTensor> weights, PictureBatch batch, int index) {
            try (NDManager owner = torch.newManager()) {
                Map<String, NDArray> arrays = new LinkedHashMap<>();
                weights.forEach((name, tensor) ->
                        arrays.put(
                                name,
                                torch.floats(
                                        owner,
                                        tensor.values(),
                                        tensor.shape().stream()
                                                .mapToLong(Long::longValue)
                                                .toArray())));
                try (Vae vae = new Vae(torch, CONFIG, arrays)) {
                    float[] moments =
                            torch.toFloats(
                                    vae.encode(
                                            owner,
                                            torch.floats(
                                                    owner,
                                                    batch.pictures().get(index),
                                                    1,
                                                    3,
                                                    SIDE,
                                                    SIDE),
                                            new CancelToken()));
                    float[] latents = new float[LATENTS];
                    for (int i = 0; i < LATENTS; i++) {
                        latents[i] =
                                (float)
                                        (moments[i]
                                                + Math.exp(moments[LATENTS + i] / 2)
                                                        * batch.noise().get(index)[i]);
                    }
                    float[] restored =
                            torch.toFloats(
                                    vae.decode(
                                            owner,
                                            torch.floats(owner, latents, 1, 4, 2, 2),
                                            new CancelToken()));
                    return new Passed(moments, restored);
                }
            }
        }
    }

    @Test
    void everyPartOfTheLossIsThatOfItsFormula() {
        PictureBatch batch =
                batch(
                        List.of(
                                new TorchRandom(3).normal(LATENTS),
                                new TorchRandom(4).normal(LATENTS)));
        with(trainer -> {
            Map<String, FloatTensor> weights = trainer.result();
            double absolute = 0;
            double squared = 0;
            double edges = 0;
            double colours = 0;
            double divergence = 0;
            int pixels = 3 * SIDE * SIDE;
            int neighbours = 3 * SIDE * (SIDE - 1);
            for (int picture = 0; picture < 2; picture++) {
                Passed passed = Passed.of(weights, batch, picture);
                double[] d = new double[pixels];
                for (int i = 0; i < pixels; i++) {
                    d[i] = passed.restored()[i] - batch.pictures().get(picture)[i];
                    absolute += Math.abs(d[i]) / pixels / 2;
                    squared += d[i] * d[i] / pixels / 2;
                }
                for (int i = 0; i < pixels; i++) {
                    if (i % SIDE < SIDE - 1) {
                        edges += Math.abs(d[i + 1] - d[i]) / neighbours / 2;
                    }
                    if (i / SIDE % SIDE < SIDE - 1) {
                        edges += Math.abs(d[i + SIDE] - d[i]) / neighbours / 2;
                    }
                }
                for (int area = 0; area < 3 * AREAS * AREAS; area++) {
                    double sum = 0;
                    for (int i = 0; i < AREA * AREA; i++) {
                        int y = area / AREAS % AREAS * AREA + i / AREA;
                        int x = area % AREAS * AREA + i % AREA;
                        sum += d[(area / (AREAS * AREAS) * SIDE + y) * SIDE + x];
                    }
                    colours += Math.abs(sum / (AREA * AREA)) / (3 * AREAS * AREAS) / 2;
                }
                for (int i = 0; i < LATENTS; i++) {
                    double mean = passed.moments()[i];
                    double logVariance = passed.moments()[LATENTS + i];
                    divergence +=
                            0.5
                                    * (mean * mean + Math.exp(logVariance) - 1 - logVariance)
                                    / LATENTS
                                    / 2;
                }
            }
            Map<String, Double> parts = trainer.update(batch, new CancelToken()).parts();
            assertThat(parts.get("absolute")).isCloseTo(absolute, within(1e-5));
            assertThat(parts.get("squared")).isCloseTo(squared, within(1e-5));
            assertThat(parts.get("edges")).isCloseTo(edges, within(1e-5));
            assertThat(parts.get("colours")).isCloseTo(colours, within(1e-5));
            assertThat(parts.get("divergence")).isCloseTo(divergence, within(1e-4));
            trainer.initialize(weights);
            assertThat(trainer.loss(batch, new CancelToken()))
                    .isCloseTo(
                            1.5 * absolute
                                    + 0.25 * squared
                                    + 2 * edges
                                    + 3 * colours
                                    + 0.125 * divergence,
                            within(1e-4));
        });
    }

    /** Every weight but those behind a way that still gives nothing moves with the first update. */
    @Test
    void everyWeightIsTrained() {
        with(trainer -> {
            Map<String, FloatTensor> before = trainer.result();
            trainer.update(quietBatch(), new CancelToken());
            trainer.update(quietBatch(), new CancelToken());
            Map<String, FloatTensor> after = trainer.result();
            assertThat(after.keySet())
                    .allSatisfy(name ->
                            assertThat(after.get(name).values())
                                    .as(name)
                                    .isNotEqualTo(before.get(name).values()));
        });
    }

    @Test
    void theLossFalls() {
        with(trainer -> {
            double first = trainer.update(quietBatch(), new CancelToken()).loss();
            for (int step = 0; step < 30; step++) {
                trainer.update(quietBatch(), new CancelToken());
            }
            assertThat(trainer.loss(quietBatch(), new CancelToken())).isLessThan(0.85 * first);
        });
    }

    /** The rule is that of the noise: e⁻⁶ is its variance before anything was learned. */
    @Test
    void thereIsLittleNoiseAtFirst() {
        Initialization begin = new AutoencoderDesign(CONFIG, LOSS).initialization();
        assertThat(begin.values(5, "quant_conv.bias")).containsExactly(0, 0, 0, 0, -6, -6, -6, -6);
        assertThat(begin.values(5, "decoder.mid_block.resnets.0.conv2.weight")).containsOnly(0);
    }
}
