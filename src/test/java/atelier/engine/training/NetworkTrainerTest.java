package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.RateSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trains whole networks: against formulas in double, on a loss that can be worked out by hand. */
class NetworkTrainerTest {

    private static final long UPDATES = 20;
    private static final double RATE = 0.05;
    private static final double DECAY = 0.1;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final double MOST = 1.5;
    private static final double EMA = 0.6;
    private static final int WARM_UP = 4;

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

    private static NetworkTrainerSettings settings(double rate, ComputeType type) {
        return new NetworkTrainerSettings(
                UPDATES,
                OptimizerSettings.of("adamw", rate, DECAY).withBetas(BETA1, BETA2),
                LearningRateSchedules.of(new RateSettings("cosine", WARM_UP, 1)),
                MOST,
                EMA,
                type);
    }

    private static void with(
            NetworkTrainerSettings settings, Consumer<NetworkTrainer<Double>> work) {
        lane.run(() -> {
            try (NetworkTrainer<Double> trainer =
                    new NetworkTrainer<>(torch, new LinearDesign(), settings)) {
                trainer.initialize(given(2, -1));
                work.accept(trainer);
            }
        });
    }

    private static Map<String, FloatTensor> given(float a, float b) {
        return Map.of(
                "a", new FloatTensor(List.of(1L), new float[] {a}),
                "b", new FloatTensor(List.of(1L), new float[] {b}));
    }

    private static double value(Map<String, FloatTensor> tensors, String name) {
        return tensors.get(name).values()[0];
    }

    private static double batch(long step) {
        return Math.sin(step);
    }

    /** Clipping by the length of both gradients, warm-up and cosine, AdamW, and the average. */
    @Test
    void everyUpdateIsThatOfTheFormulas() {
        with(
                settings(RATE, ComputeType.FLOAT32),
                trainer -> {
                    double[] w = {2, -1};
                    double[] average = w.clone();
                    double[] m = new double[2];
                    double[] v = new double[2];
                    for (int step = 0; step < UPDATES; step++) {
                        double x = batch(step);
                        double[] g = {2 * (w[0] - x), 6 * (w[1] - x)};
                        double norm = Math.hypot(g[0], g[1]);
                        double factor =
                                step < WARM_UP
                                        ? (double) step / WARM_UP
                                        : 0.5
                                                * (1
                                                        + Math.cos(
                                                                Math.PI
                                                                        * (step - WARM_UP)
                                                                        / (UPDATES - WARM_UP)));
                        double share = 1 - Math.min(EMA, (2.0 + step) / (11.0 + step));
                        NetworkUpdate update = trainer.update(x, new CancelToken());
                        assertThat(update.loss())
                                .isCloseTo(
                                        Math.pow(w[0] - x, 2) + 3 * Math.pow(w[1] - x, 2),
                                        within(1e-4));
                        assertThat(update.parts().get("second"))
                                .isCloseTo(3 * Math.pow(w[1] - x, 2), within(1e-4));
                        assertThat(update.gradientNorm()).isCloseTo(norm, within(1e-4));
                        assertThat(update.learningRate()).isCloseTo(RATE * factor, within(1e-12));
                        for (int i = 0; i < 2; i++) {
                            double clipped = norm > MOST ? g[i] * MOST / norm : g[i];
                            double rate = RATE * factor;
                            w[i] *= 1 - rate * DECAY;
                            m[i] = BETA1 * m[i] + (1 - BETA1) * clipped;
                            v[i] = BETA2 * v[i] + (1 - BETA2) * clipped * clipped;
                            double mean = m[i] / (1 - Math.pow(BETA1, step + 1));
                            double square = v[i] / (1 - Math.pow(BETA2, step + 1));
                            w[i] -= rate * mean / (Math.sqrt(square) + 1e-8);
                            average[i] += share * (w[i] - average[i]);
                        }
                        assertThat(value(trainer.state().weights(), "a"))
                                .isCloseTo(w[0], within(1e-5));
                        assertThat(value(trainer.result(), "b"))
                                .isCloseTo(average[1], within(1e-5));
                    }
                });
    }

    /** Steps far below bf16's distance between numbers still add up, and are computed with. */
    @Test
    void smallStepsAddUpBeneathNumbersOfFewDigits() {
        double rate = 1e-3;
        with(
                settings(rate, ComputeType.BFLOAT16),
                trainer -> {
                    NetworkUpdate first = trainer.update(0.0, new CancelToken());
                    assertThat(first.parts().get("first")).isEqualTo(4);
                    double last = 0;
                    for (int step = 1; step < UPDATES; step++) {
                        last = trainer.update(0.0, new CancelToken()).parts().get("first");
                    }
                    double trained = value(trainer.state().weights(), "a");
                    // Between 1 and 2 the numbers of bf16 are 1/128 apart.
                    assertThat(trained).isBetween(1.98, 1.999);
                    assertThat(Math.sqrt(last) * 128)
                            .isEqualTo(Math.rint(Math.sqrt(last) * 128), within(1e-3));
                    assertThat(last).isLessThan(4);
                });
    }

    @Test
    void goesOnFromAStateToTheBit() {
        with(
                settings(RATE, ComputeType.BFLOAT16),
                trainer -> {
                    for (int step = 0; step < 3; step++) {
                        trainer.update(batch(step), new CancelToken());
                    }
                    TrainerState saved = trainer.state();
                    for (int step = 3; step < 8; step++) {
                        trainer.update(batch(step), new CancelToken());
                    }
                    double whole = value(trainer.state().weights(), "b");
                    double average = value(trainer.result(), "b");
                    trainer.restore(saved);
                    assertThat(trainer.done()).isEqualTo(3);
                    for (int step = 3; step < 8; step++) {
                        trainer.update(batch(step), new CancelToken());
                    }
                    assertThat(value(trainer.state().weights(), "b")).isEqualTo(whole);
                    assertThat(value(trainer.result(), "b")).isEqualTo(average);
                });
    }

    @Test
    void theLossAloneIsThatOfTheAverageAndChangesNothing() {
        with(
                settings(RATE, ComputeType.FLOAT32),
                trainer -> {
                    for (int step = 0; step < 5; step++) {
                        trainer.update(batch(step), new CancelToken());
                    }
                    Map<String, FloatTensor> before = trainer.state().weights();
                    double a = value(trainer.result(), "a");
                    double b = value(trainer.result(), "b");
                    assertThat(a).isNotEqualTo(value(before, "a"));
                    assertThat(trainer.loss(0.5, new CancelToken()))
                            .isCloseTo(
                                    Math.pow(a - 0.5, 2) + 3 * Math.pow(b - 0.5, 2), within(1e-5));
                    assertThat(value(trainer.state().weights(), "a")).isEqualTo(value(before, "a"));
                });
    }

    @Test
    void aCancelledUpdateChangesNothing() {
        with(
                settings(RATE, ComputeType.FLOAT32),
                trainer -> {
                    CancelToken cancel = new CancelToken();
                    cancel.cancel();
                    assertThatThrownBy(() -> trainer.update(1.0, cancel))
                            .isInstanceOf(CancelledException.class);
                    assertThat(trainer.done()).isZero();
                    assertThat(value(trainer.state().weights(), "a")).isEqualTo(2);
                });
    }

    @Test
    void aLossThatIsNoNumberStopsTheTrainingAndNamesTheRecipe() {
        with(
                settings(RATE, ComputeType.FLOAT32),
                trainer ->
                        assertThatThrownBy(() -> trainer.update(Double.NaN, new CancelToken()))
                                .isInstanceOf(NotFiniteException.class)
                                .hasMessage(
                                        "Training stopped in step 1, as its loss is no longer finite: lower its learning rate in the recipe."));
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        with(
                settings(RATE, ComputeType.FLOAT32),
                trainer ->
                        assertThatThrownBy(() ->
                                        trainer.initialize(
                                                Map.of(
                                                        "a",
                                                        new FloatTensor(
                                                                List.of(1L), new float[] {1}))))
                                .isInstanceOf(AtelierException.class));
    }
}
