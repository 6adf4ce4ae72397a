package atelier.engine.bench;

import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.training.LoraTrainer;
import atelier.engine.training.TrainerSettings;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.training.optimizers.Optimizers;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.UNetConfig;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.util.List;

/**
 * The training of a LoRA adapter on all linear layers of a UNet's transformers, on one made-up
 * picture a step, as a run with AdamW does it.
 */
public final class RandomTraining implements AutoCloseable {

    private static final int REDUCTION = 8;
    private static final int STEPS = 1000;
    private static final int TIMESTEP = 500;
    private static final long SEED = 1;
    private static final TrainingTargets TARGETS = TrainingTargets.TRANSFORMERS;

    private final LoraTrainer trainer;
    private final Batch batch;

    /**
     * @param type the element type of the UNet's weights
     * @param noise the noise that it was trained with
     * @param width of the latents
     * @param height of the latents
     * @param rank of the adapter
     * @param checkpointed whether parts are computed again on the way back, to keep less
     */
    public RandomTraining(
            Torch torch,
            UNet unet,
            ComputeType type,
            SchedulerConfig noise,
            int width,
            int height,
            int rank,
            boolean checkpointed) {
        this.trainer =
                new LoraTrainer(
                        torch,
                        unet,
                        type,
                        noise,
                        new TrainerSettings(
                                TARGETS,
                                delta(rank),
                                STEPS,
                                Optimizers.get("adamw").usual(),
                                TextEncoderSettings.NONE,
                                LearningRateSchedules.get("constant"),
                                1,
                                List.of(),
                                checkpointed));
        trainer.initialize(SEED);
        this.batch = batch(unet.config(), width, height);
    }

    private static DeltaSettings delta(int rank) {
        return DeltaSettings.of(TrainingMethod.LORA, rank, rank);
    }

    /**
     * The arithmetic of a step.
     *
     * @param rank of the adapter
     * @param checkpointed whether parts are computed again on the way back, to keep less
     */
    public static StepWork work(int rank, boolean checkpointed) {
        return new StepWork(TARGETS, delta(rank), false, checkpointed);
    }

    private static Batch batch(UNetConfig config, int width, int height) {
        TorchRandom random = new TorchRandom(SEED);
        TextStates text =
                new TextStates(
                        RandomModel.TOKENS,
                        random.normal(RandomModel.TOKENS * config.crossAttentionDim()),
                        random.normal(config.pooledDim()));
        int values = config.inChannels() * width * height;
        return new Batch(
                height,
                width,
                List.of(
                        new Example(
                                random.normal(values),
                                new Caption.Encoded(text),
                                SizeConditioning.of(height * REDUCTION, width * REDUCTION),
                                random.normal(values),
                                TIMESTEP)));
    }

    /** How many layers have a branch. */
    public int layers() {
        return trainer.trained().size();
    }

    /** One update. */
    public void step(CancelToken cancel) {
        trainer.update(List.of(batch), cancel);
    }

    @Override
    public void close() {
        trainer.close();
    }
}
