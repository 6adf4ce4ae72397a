package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.LayerChange;
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
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import atelier.model.training.AdafactorSettings;
import atelier.model.training.OptimizerSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Training of all weights of the tiny model's UNet, in fp32 and in bf16. */
final class TinyFull implements AutoCloseable {

    private static final int SIDE = 8;

    final TinySdxl tiny = new TinySdxl();
    final UNet unet = tiny.unet();
    final UNet half;
    private final NDManager halves;

    TinyFull() {
        this.halves = tiny.lane.call(tiny.torch::newManager);
        this.half =
                tiny.lane.call(() -> {
                    Map<String, NDArray> weights = new LinkedHashMap<>();
                    tiny.arrays("unet/diffusion_pytorch_model.safetensors")
                            .forEach((name, array) ->
                                    weights.put(
                                            name,
                                            tiny.torch.cast(halves, array, ComputeType.BFLOAT16)));
                    return new UNet(tiny.torch, unet.config(), weights);
                });
    }

    @Override
    public void close() {
        tiny.lane.run(() -> {
            unet.close();
            half.close();
            halves.close();
        });
        tiny.close();
    }

    FullTrainerSettings settings(double rate, double most) {
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

    void with(UNet network, FullTrainerSettings settings, Consumer<FullTrainer> use) {
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

    Batch batch(int seed) {
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

    double loss(FullTrainer trainer, int seed) {
        return trainer.loss(batch(seed), new CancelToken());
    }

    /** The gradient of each weight, collected as it is handed over. */
    Map<String, float[]> gradients(Batch batch) {
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

    double length(float[] vector) {
        double sum = 0;
        for (float number : vector) {
            sum += (double) number * number;
        }
        return Math.sqrt(sum);
    }

    /** Compares every number. */
    void assertSame(TrainerState one, TrainerState other) {
        assertThat(one.done()).isEqualTo(other.done());
        assertSame(one.weights(), other.weights());
        assertSame(one.optimizer().tensors(), other.optimizer().tensors());
        assertThat(one.optimizer().numbers()).isEqualTo(other.optimizer().numbers());
    }

    private void assertSame(Map<String, FloatTensor> one, Map<String, FloatTensor> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach((name, tensor) ->
                assertThat(Arrays.equals(tensor.values(), other.get(name).values()))
                        .as(name)
                        .isTrue());
    }
}
