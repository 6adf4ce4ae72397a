package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.TinySdxl;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.UNetShapes;
import atelier.model.AtelierException;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.training.AdafactorSettings;
import atelier.model.training.OptimizerSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All weights of the tiny model's UNet, in fp32 and in bf16. */
class FullTrainerTest {

    private static final int SIDE = 8;

    private static TinySdxl tiny;
    private static UNet unet;
    private static UNet half;
    private static NDManager halves;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
        tiny.lane.run(() -> {
            halves = tiny.torch.newManager();
            Map<String, NDArray> weights = new LinkedHashMap<>();
            tiny.arrays("unet/diffusion_pytorch_model.safetensors")
                    .forEach((name, array) ->
                            weights.put(
                                    name, tiny.torch.cast(halves, array, ComputeType.BFLOAT16)));
            half = new UNet(tiny.torch, unet.config(), weights);
        });
    }

    @AfterAll
    static void close() {
        tiny.lane.run(() -> {
            unet.close();
            half.close();
            halves.close();
        });
        tiny.close();
    }

    private static FullTrainerSettings settings(double rate, double most) {
        return new FullTrainerSettings(
                100,
                OptimizerSettings.of("adafactor", rate, 0.1)
                        .withBetas(0, 0.999)
                        .with(new AdafactorSettings(false, false, false)),
                LearningRateSchedules.get("constant"),
                most,
                List.of(),
                5);
    }

    private static void with(
            UNet network, FullTrainerSettings settings, Consumer<FullTrainer> use) {
        ComputeType type = network == half ? ComputeType.BFLOAT16 : ComputeType.FLOAT32;
        tiny.lane.run(() -> {
            try (FullTrainer trainer =
                    new FullTrainer(
                            tiny.torch,
                            TrainedModel.unet(network, type, SchedulerConfig.SDXL),
                            settings)) {
                use.accept(trainer);
            }
        });
    }

    private static Batch batch(int seed) {
        TorchRandom random = new TorchRandom(seed);
        int numbers = 4 * SIDE * SIDE;
        return new Batch(
                SIDE,
                SIDE,
                List.of(
                        new Example(
                                random.normal(numbers),
                                new Caption.Encoded(
                                        new TextStates(
                                                5,
                                                random.normal(
                                                        5 * unet.config().crossAttentionDim()),
                                                random.normal(unet.config().pooledDim()))),
                                SizeConditioning.of(64, 64),
                                random.normal(numbers),
                                300)));
    }

    private static double loss(FullTrainer trainer, int seed) {
        return trainer.loss(batch(seed), new CancelToken());
    }

    /** The gradient of each weight, collected as it is handed over. */
    private static Map<String, float[]> gradients(Batch batch) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        TrainedModel model = TrainedModel.unet(unet, ComputeType.FLOAT32, SchedulerConfig.SDXL);
        try (Autograd autograd = new Autograd(tiny.torch);
                OwnWeights own = new OwnWeights(tiny.torch, autograd, unet);
                BatchGradients pass =
                        new BatchGradients(tiny.torch, autograd, model, List.of(), true)) {
            unet.change(own.changes());
            pass.use(
                    batch,
                    loss -> {},
                    (leaves, found) ->
                            own.arrays()
                                    .forEach((name, array) -> {
                                        for (int i = 0; i < leaves.size(); i++) {
                                            if (leaves.get(i) == array) {
                                                gradients.put(name, found.get(i).toFloatArray());
                                            }
                                        }
                                    }),
                    new CancelToken());
        } finally {
            unet.change(Map.<String, LayerChange>of());
        }
        return gradients;
    }

    @Test
    void gradientsOfEveryKindOfWeightAreThoseOfCentralDifferences() {
        Map<String, float[]> gradients = tiny.lane.call(() -> gradients(batch(1)));
        assertThat(gradients.keySet()).isEqualTo(UNetShapes.of(unet.config()).keySet());
        with(
                unet,
                settings(1e-3, 0),
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
                        double length = length(gradient);
                        double[] losses = new double[2];
                        double step = 0.02;
                        for (int side = 0; side < 2; side++) {
                            float[] values = state.weights().get(name).values().clone();
                            for (int i = 0; i < values.length; i++) {
                                double way = side == 0 ? -step : step;
                                values[i] += (float) (way * gradient[i] / length);
                            }
                            trainer.write(name, values);
                            losses[side] = loss(trainer, 1);
                        }
                        trainer.write(name, state.weights().get(name).values());
                        assertThat((losses[1] - losses[0]) / (2 * step))
                                .as(name)
                                .isCloseTo(length, within(0.02 * length));
                    }
                });
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float number : vector) {
            sum += (double) number * number;
        }
        return Math.sqrt(sum);
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
        Map<String, float[]> gradients = tiny.lane.call(() -> gradients(batch(1)));
        with(
                unet,
                settings(1e-3, 0),
                trainer -> {
                    TrainerState before = trainer.state();
                    Update update = trainer.update(batch(1), new CancelToken());
                    assertThat(update.learningRate()).isEqualTo(1e-3);
                    double squares = 0;
                    for (String name : trainer.names()) {
                        float[] gradient = gradients.get(name);
                        squares += length(gradient) * length(gradient);
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
    void fitsOneBatchBetterInBothTypesAndLeavesTheNetworkAsItWas() {
        for (UNet network : List.of(unet, half)) {
            float[] plain = tiny.lane.call(() -> predict(network));
            with(
                    network,
                    settings(2e-3, 1),
                    trainer -> {
                        double first = trainer.update(batch(1), new CancelToken()).loss();
                        for (int step = 1; step < 12; step++) {
                            trainer.update(batch(1), new CancelToken());
                        }
                        assertThat(loss(trainer, 1)).isLessThan(0.8 * first);
                        assertThat(predict(network)).isNotEqualTo(plain);
                    });
            assertThat(tiny.lane.call(() -> predict(network))).isEqualTo(plain);
        }
    }

    private static float[] predict(UNet network) {
        TrainedModel model =
                TrainedModel.unet(
                        network,
                        network == half ? ComputeType.BFLOAT16 : ComputeType.FLOAT32,
                        SchedulerConfig.SDXL);
        try (Autograd autograd = new Autograd(tiny.torch);
                BatchGradients pass =
                        new BatchGradients(tiny.torch, autograd, model, List.of(), true)) {
            return new float[] {(float) pass.loss(batch(9), new CancelToken())};
        }
    }

    @Test
    void repeatsAndGoesOnFromAStateToTheBitInBf16() {
        List<TrainerState> states = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            with(
                    half,
                    settings(1e-3, 0),
                    trainer -> {
                        trainer.update(batch(1), new CancelToken());
                        states.add(trainer.state());
                        trainer.update(batch(2), new CancelToken());
                        states.add(trainer.state());
                    });
        }
        with(
                half,
                settings(1e-3, 0),
                trainer -> {
                    trainer.restore(states.getFirst());
                    trainer.update(batch(2), new CancelToken());
                    states.add(trainer.state());
                });
        assertThat(states.get(3)).usingRecursiveComparison().isEqualTo(states.get(1));
        assertThat(states.get(4)).usingRecursiveComparison().isEqualTo(states.get(1));
    }

    /** A step of a thousandth of what rounding to the nearest would keep still adds up. */
    @Test
    void stepsTooSmallForBf16AreNotLost() {
        with(
                half,
                settings(1e-5, 0),
                trainer -> {
                    TrainerState before = trainer.state();
                    trainer.update(batch(1), new CancelToken());
                    TrainerState after = trainer.state();
                    long changed = 0;
                    long all = 0;
                    for (String name : trainer.names()) {
                        float[] a = before.weights().get(name).values();
                        float[] b = after.weights().get(name).values();
                        for (int i = 0; i < a.length; i++) {
                            all++;
                            changed += a[i] == b[i] ? 0 : 1;
                        }
                    }
                    assertThat((double) changed / all).isBetween(0.005, 0.3);
                });
    }

    @Test
    void shortensEachBlockByItself() {
        List<TrainerState> ends = new ArrayList<>();
        for (double most : new double[] {0, 1e9, 1e-12}) {
            with(
                    unet,
                    settings(1e-3, most),
                    trainer -> {
                        trainer.update(batch(1), new CancelToken());
                        ends.add(trainer.state());
                    });
        }
        assertThat(ends.get(1)).usingRecursiveComparison().isEqualTo(ends.getFirst());
        float[] usual = ends.getFirst().optimizer().tensors().get("conv_out.bias.square").values();
        float[] tiny = ends.getLast().optimizer().tensors().get("conv_out.bias.square").values();
        assertThat(tiny[0]).isLessThan(1e-20f).isLessThan(usual[0]);
    }

    @Test
    void stopsBeforeTheFirstWeightChanges() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        Example first = batch(1).examples().getFirst();
        float[] latents = first.latents().clone();
        latents[0] = Float.NaN;
        Batch broken =
                new Batch(
                        SIDE,
                        SIDE,
                        List.of(
                                new Example(
                                        latents,
                                        first.caption(),
                                        first.sizes(),
                                        first.noise(),
                                        first.timestep())));
        with(
                unet,
                settings(1e-3, 0),
                trainer -> {
                    TrainerState before = trainer.state();
                    assertThatThrownBy(() -> trainer.update(batch(1), cancel))
                            .isInstanceOf(CancelledException.class);
                    assertThatThrownBy(() -> trainer.update(broken, new CancelToken()))
                            .isInstanceOf(NotFiniteException.class)
                            .hasMessageContaining("step 1");
                    assertThat(trainer.state()).usingRecursiveComparison().isEqualTo(before);
                });
    }

    @Test
    void takesNoStateOfAnotherNetwork() {
        with(
                unet,
                settings(1e-3, 0),
                trainer -> {
                    TrainerState state = trainer.state();
                    Map<String, FloatTensor> fewer = new LinkedHashMap<>(state.weights());
                    fewer.remove("conv_in.bias");
                    assertThatThrownBy(() ->
                                    trainer.restore(
                                            new TrainerState(
                                                    0,
                                                    new LinkedHashMap<>(fewer),
                                                    new LinkedHashMap<>(),
                                                    state.optimizer())))
                            .isInstanceOf(AtelierException.class);
                });
    }

    @Test
    void countsWhatItTakes() {
        FullTrainingMemory memory = FullTrainingMemory.of(UNetShapes.of(unet.config()), 2);
        long[] largest = new long[1];
        long all =
                tiny.lane.call(() -> {
                    long sum = 0;
                    Batch batch = batch(1);
                    TrainedModel model =
                            TrainedModel.unet(unet, ComputeType.FLOAT32, SchedulerConfig.SDXL);
                    try (Autograd autograd = new Autograd(tiny.torch);
                            OwnWeights own = new OwnWeights(tiny.torch, autograd, unet);
                            BatchGradients pass =
                                    new BatchGradients(
                                            tiny.torch, autograd, model, List.of(), true)) {
                        unet.change(own.changes());
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
                        unet.change(Map.<String, LayerChange>of());
                    }
                    return sum;
                });
        assertThat(memory.weights()).isEqualTo(2 * all);
        assertThat(memory.gradient()).isEqualTo(2 * largest[0]);
        assertThat(memory.total()).isGreaterThan(memory.weights() + memory.gradient());
    }
}
