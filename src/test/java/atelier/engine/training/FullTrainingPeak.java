package atelier.engine.training;

import ai.djl.Device;
import atelier.engine.bench.NetworkSizes;
import atelier.engine.bench.RandomModel;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.NativeMemory;
import atelier.engine.torch.Torch;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.VaeConfig;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import atelier.model.training.AdafactorSettings;
import atelier.model.training.OptimizerSettings;
import atelier.service.job.ResidentMemory;
import java.util.List;

/**
 * A process of its own that trains all weights of a UNet of SDXL's structure, a seventh as wide: 58
 * million numbers in fp32. It prints its resident memory in KiB between two updates, and the most
 * that it is in the second.
 */
public final class FullTrainingPeak {

    /** The network's sizes. */
    static final UNetConfig SIZES =
            new UNetConfig(
                    4,
                    4,
                    List.of(48, 96, 192),
                    2,
                    List.of(0, 2, 10),
                    List.of(3, 6, 12),
                    320,
                    16,
                    32,
                    192);

    private static final VaeConfig VAE = new VaeConfig(3, 4, List.of(16, 16), 1, 8, 1);
    private static final int SIDE = 16;

    private FullTrainingPeak() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        Lane lane = new Lane();
        Torch torch = lane.call(() -> new Torch(lane, Device.cpu()));
        lane.run(() -> {
            ComputeType type = ComputeType.FLOAT32;
            try (RandomModel model = new RandomModel(torch, new NetworkSizes(SIZES, VAE), type);
                    FullTrainer trainer = trainer(torch, model.unet())) {
                trainer.update(batch(), new CancelToken());
                NativeMemory.trim();
                ResidentMemory.print();
                ResidentMemory.forgetPeak();
                trainer.update(batch(), new CancelToken());
                ResidentMemory.printPeak();
            }
        });
        lane.run(torch::close);
        lane.close();
    }

    private static FullTrainer trainer(Torch torch, UNet unet) {
        return new FullTrainer(
                torch,
                TrainedModel.unet(unet, ComputeType.FLOAT32, SchedulerConfig.SDXL),
                new FullTrainerSettings(
                        10,
                        OptimizerSettings.of("adafactor", 1e-4, 0)
                                .withBetas(0, 0.999)
                                .with(new AdafactorSettings(false, false, false)),
                        LearningRateSchedules.get("constant"),
                        1,
                        List.of(),
                        1));
    }

    private static Batch batch() {
        TorchRandom random = new TorchRandom(1);
        int numbers = SIZES.inChannels() * SIDE * SIDE;
        int tokens = 77;
        return new Batch(
                SIDE,
                SIDE,
                List.of(
                        new Example(
                                random.normal(numbers),
                                new Caption.Encoded(
                                        new TextStates(
                                                tokens,
                                                random.normal(tokens * SIZES.crossAttentionDim()),
                                                random.normal(SIZES.pooledDim()))),
                                SizeConditioning.of(8 * SIDE, 8 * SIDE),
                                random.normal(numbers),
                                500)));
    }
}
