package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.losses.Batch;
import atelier.engine.weights.UNetShapes;
import atelier.model.job.CancelToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is computed in one update of all weights. */
class FullTrainerNumbersTest {

    private static TinyFull tiny;

    @BeforeAll
    static void load() {
        tiny = new TinyFull();
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @Test
    void gradientsOfEveryKindOfWeightAreThoseOfCentralDifferences() {
        Map<String, float[]> gradients = tiny.tiny.lane.call(() -> tiny.gradients(tiny.batch(1)));
        assertThat(gradients.keySet()).isEqualTo(UNetShapes.of(tiny.unet.config()).keySet());
        tiny.with(
                tiny.unet,
                tiny.settings(1e-3, 0),
                trainer -> {
                    TrainerState state = trainer.state();
                    for (String name :
                            List.of(
                                    "time_embedding.linear_1.weight",
                                    "add_embedding.linear_2.bias",
                                    "conv_in.weight",
                                    "down_blocks.0.downsamplers.0.conv.weight",
                                    "mid_block.attentions.0.transformer_blocks.0.norm2.weight",
                                    "up_blocks.0.attentions.1.transformer_blocks.0.ff.net.0.proj.weight",
                                    "up_blocks.0.upsamplers.0.conv.weight",
                                    "conv_out.bias")) {
                        float[] gradient = gradients.get(name);
                        double length = tiny.length(gradient);
                        double[] losses = new double[2];
                        double step = 0.004;
                        for (int side = 0; side < 2; side++) {
                            float[] values = state.weights().get(name).values().clone();
                            for (int i = 0; i < values.length; i++) {
                                double way = side == 0 ? -step : step;
                                values[i] += (float) (way * gradient[i] / length);
                            }
                            trainer.write(name, values);
                            losses[side] = tiny.loss(trainer, 1);
                        }
                        trainer.write(name, state.weights().get(name).values());
                        assertThat((losses[1] - losses[0]) / (2 * step))
                                .as(name)
                                .isCloseTo(length, within(0.02 * length));
                    }
                });
    }

    /** Adafactor's first update in double: the mean squares are those of this gradient alone. */
    private static double[] expected(float[] before, float[] gradient, List<Long> shape) {
        int columns = shape.size() < 2 ? 1 : Math.toIntExact(shape.getLast());
        int rows = shape.size() < 2 ? 1 : Math.toIntExact(shape.get(shape.size() - 2));
        int size = gradient.length;
        double[] update = new double[size];
        for (int first = 0; first < size; first += rows * columns) {
            double[] row = new double[rows];
            double[] column = new double[columns];
            double all = 0;
            for (int i = 0; i < rows * columns; i++) {
                double square = (double) gradient[first + i] * gradient[first + i] + 1e-30;
                row[i / columns] += square / columns;
                column[i % columns] += square / rows;
                all += square / (rows * columns);
            }
            for (int i = 0; i < rows * columns; i++) {
                double mean =
                        shape.size() < 2
                                ? (double) gradient[first + i] * gradient[first + i] + 1e-30
                                : row[i / columns] * column[i % columns] / all;
                update[first + i] = gradient[first + i] / Math.sqrt(mean);
            }
        }
        double squares = 0;
        for (double number : update) {
            squares += number * number / size;
        }
        double[] after = new double[size];
        for (int i = 0; i < size; i++) {
            double shortened = update[i] / Math.max(1, Math.sqrt(squares));
            after[i] = before[i] * (1 - 1e-3 * 0.1) - 1e-3 * shortened;
        }
        return after;
    }

    @Test
    void theFirstUpdateIsAdafactorsOnEveryWeight() {
        Map<String, float[]> gradients = tiny.tiny.lane.call(() -> tiny.gradients(tiny.batch(1)));
        tiny.with(
                tiny.unet,
                tiny.settings(1e-3, 0),
                trainer -> {
                    TrainerState before = trainer.state();
                    Update update = trainer.update(tiny.batch(1), new CancelToken());
                    assertThat(update.learningRate()).isEqualTo(1e-3);
                    double squares = 0;
                    for (String name : trainer.names()) {
                        float[] gradient = gradients.get(name);
                        squares += tiny.length(gradient) * tiny.length(gradient);
                        double[] want =
                                expected(
                                        before.weights().get(name).values(),
                                        gradient,
                                        before.weights().get(name).shape());
                        float[] got = trainer.read(name);
                        double off = 0;
                        for (int i = 0; i < want.length; i++) {
                            off = Math.max(off, Math.abs(want[i] - got[i]));
                        }
                        assertThat(off).as(name).isLessThan(2e-5);
                    }
                    assertThat(update.gradientNorm())
                            .isCloseTo(Math.sqrt(squares), within(1e-3 * Math.sqrt(squares)));
                });
    }

    @Test
    void countsWhatItTakes() {
        FullTrainingMemory memory = FullTrainingMemory.of(UNetShapes.of(tiny.unet.config()), 2);
        long[] largest = new long[1];
        long all =
                tiny.tiny.lane.call(() -> {
                    long sum = 0;
                    Batch batch = tiny.batch(1);
                    TrainedModel model =
                            TrainedModel.unet(tiny.unet, ComputeType.FLOAT32, SchedulerConfig.SDXL);
                    try (Autograd autograd = new Autograd(tiny.tiny.torch);
                            OwnWeights own = new OwnWeights(tiny.tiny.torch, autograd, tiny.unet);
                            BatchGradients pass =
                                    new BatchGradients(
                                            tiny.tiny.torch, autograd, model, List.of(), true)) {
                        tiny.unet.change(own.changes());
                        pass.use(
                                batch,
                                loss -> {},
                                (leaves, found) ->
                                        largest[0] =
                                                Math.max(
                                                        largest[0],
                                                        found.stream()
                                                                .mapToLong(NDArray::size)
                                                                .sum()),
                                new CancelToken());
                        for (NDArray array : own.arrays().values()) {
                            sum += array.size();
                        }
                    } finally {
                        tiny.unet.change(Map.<String, LayerChange>of());
                    }
                    return sum;
                });
        assertThat(memory.weights()).isEqualTo(2 * all);
        assertThat(memory.gradient()).isEqualTo(2 * largest[0]);
        assertThat(memory.total()).isGreaterThan(memory.weights() + memory.gradient());
    }
}
