package atelier.service.training;

import atelier.engine.sdxl.PromptedUNet;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.training.FullTrainer;
import atelier.engine.training.FullTrainerSettings;
import atelier.engine.training.LoraTrainer;
import atelier.engine.training.TrainedModel;
import atelier.engine.training.Trainer;
import atelier.engine.training.TrainerSettings;
import atelier.engine.training.losses.LossWeights;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterDescription;
import atelier.model.training.TrainingPlan;
import java.util.function.LongFunction;

/**
 * What trains in a run, and what writes it.
 *
 * @param trainer of an adapter or of all weights
 * @param results writes what it trained
 */
record RunTraining(Trainer trainer, ResultSaver results) implements AutoCloseable {

    /**
     * As the plan says.
     *
     * @param prompted of that model
     * @param checkpointed whether parts of the UNet are computed again on the way back, to keep
     *     less
     * @param description of an adapter after that many steps
     * @throws AtelierException if the method cannot train in the model's number format
     */
    static RunTraining of(
            TrainingJob job,
            Torch torch,
            SdxlModel model,
            PromptedUNet prompted,
            boolean checkpointed,
            LongFunction<AdapterDescription> description) {
        TrainingPlan plan = job.plan();
        TrainedModel unet = TrainedModel.unet(model.unet(), model.type(), model.scheduler());
        if (plan.adapter().isFull()) {
            if (model.type() == ComputeType.FLOAT16) {
                throw new AtelierException(
                        "This device computes in fp16, in which method=full loses small steps: train on the CPU with --device cpu, or set method=lora.");
            }
            FullTrainer trainer = new FullTrainer(torch, unet, full(plan));
            return new RunTraining(trainer, new ModelSaver(job, trainer));
        }
        LoraTrainer trainer =
                new LoraTrainer(
                        torch,
                        plan.textEncoders().trained()
                                ? TrainedModel.withText(model, prompted)
                                : unet,
                        settings(plan, checkpointed));
        return new RunTraining(trainer, new AdapterSaver(job, trainer, description));
    }

    private static FullTrainerSettings full(TrainingPlan plan) {
        return new FullTrainerSettings(
                plan.steps(),
                plan.optimization(),
                LearningRateSchedules.of(plan.rate()),
                plan.step().maxGradientNorm(),
                LossWeights.of(plan.loss()),
                plan.seed());
    }

    private static TrainerSettings settings(TrainingPlan plan, boolean checkpointed) {
        return new TrainerSettings(
                plan.adapter().targets(),
                plan.adapter().delta(),
                plan.adapter().emaDecay(),
                plan.steps(),
                plan.optimization(),
                plan.textEncoders(),
                LearningRateSchedules.of(plan.rate()),
                plan.step().maxGradientNorm(),
                LossWeights.of(plan.loss()),
                checkpointed);
    }

    @Override
    public void close() {
        trainer.close();
    }
}
