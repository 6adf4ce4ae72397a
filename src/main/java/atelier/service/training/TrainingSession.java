package atelier.service.training;

import atelier.engine.sampler.NoiseSchedule;
import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.sdxl.PromptedUNet;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.engine.training.NoiseDraw;
import atelier.engine.training.Trainer;
import atelier.model.dataset.Framing;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingResult;
import atelier.service.storage.PictureReader;
import java.util.List;

/**
 * A job on the lane, from loading the model to the finished adapter: a new run from its first step,
 * one that was begun from its newest state.
 */
final class TrainingSession {

    private final TrainingJob job;
    private final PictureReader pictures;
    private final RunHost host;
    private final Torch torch;
    private final ComputeDevice device;

    TrainingSession(
            TrainingJob job,
            PictureReader pictures,
            RunHost host,
            Torch torch,
            ComputeDevice device) {
        this.job = job;
        this.pictures = pictures;
        this.host = host;
        this.torch = torch;
        this.device = device;
    }

    TrainingResult run(ProgressListener progress, CancelToken cancel) {
        try (SdxlModel model =
                SdxlModel.load(
                        torch, job.checkpoint(), device.type(), job.prompts(), progress, cancel)) {
            return model.naming(() -> run(model, progress, cancel), cancel);
        }
    }

    private TrainingResult run(SdxlModel model, ProgressListener progress, CancelToken cancel) {
        TrainingPlan plan = job.plan();
        PicturePreparation preparation =
                new PicturePreparation(
                        model,
                        MemoryLadder.of(model, progress),
                        pictures,
                        job.folder(),
                        plan,
                        job.order().trigger());
        PreparedData prepared = preparation.prepare(job.pictures(), progress, cancel);
        List<PreparedPicture> heldBack =
                preparation.prepare(job.heldBack(), progress, cancel).pictures();
        RunWatch watch = new RunWatch(job, torch, model, host.version());
        if (!prepared.needsEncoders() && !plan.textEncoders().trained()) {
            // Every text is encoded, and the steps need the room more.
            model.offloadText();
        }
        DataOrder<Framing> order =
                new DataOrder<>(
                        prepared.pictures().stream().map(PreparedPicture::framings).toList(),
                        job.repeats(),
                        plan.step().batchSize(),
                        plan.seed());
        NoiseDraw noise =
                NoiseDraw.of(
                        plan.seed(),
                        NoiseSchedule.of(model.scheduler()).trainSteps(),
                        plan.noise());
        boolean checkpointed = checkpointed(model);
        try (PromptedUNet prompted = model.prompted();
                RunTraining training =
                        RunTraining.of(
                                job,
                                torch,
                                model,
                                prompted,
                                checkpointed,
                                steps ->
                                        TrainingMetadata.describe(
                                                job,
                                                steps,
                                                order.batchesPerEpoch(),
                                                checkpointed,
                                                model.type().label()))) {
            Trainer trainer = training.trainer();
            RunProgress run =
                    new RunProgress(job, host, device, trainer, training.results(), checkpointed);
            run.train(
                    new TrainingBatches(prepared, order, noise, plan),
                    watch.probes(trainer, prepared.pictures(), heldBack),
                    watch.listeners(trainer, host.clock(), pictures, progress, cancel),
                    progress,
                    cancel);
            return run.finish(progress);
        }
    }

    /** As it was before, unless the processor is another: to the bit, both are not the same. */
    private boolean checkpointed(SdxlModel model) {
        RunFile earlier = job.earlier();
        if (earlier != null && earlier.last().device() == device.kind()) {
            return earlier.last().checkpointed();
        }
        return CheckpointingChoice.of(job, device, model.codec().reduction());
    }
}
