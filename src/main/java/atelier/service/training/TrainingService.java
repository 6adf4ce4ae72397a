package atelier.service.training;

import atelier.engine.sampler.NoiseSchedule;
import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.sdxl.PromptedUNet;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.prompt.SdxlPrompt;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.engine.training.LoraTrainer;
import atelier.engine.training.NoiseDraw;
import atelier.engine.training.TrainedModel;
import atelier.engine.training.TrainerSettings;
import atelier.engine.training.losses.LossWeights;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.CheckpointOptions;
import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.Framing;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingForecast;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingPreset;
import atelier.model.training.TrainingResult;
import atelier.model.training.TrainingSetting;
import atelier.service.dataset.DatasetScanner;
import atelier.service.dataset.FramedDataset;
import atelier.service.dataset.SubjectCrops;
import atelier.service.job.Accelerator;
import atelier.service.storage.PictureReader;
import atelier.service.training.forecast.Forecaster;
import atelier.service.training.forecast.Machine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** Trains adapters: checks an order whole, then caches, trains and writes. */
public final class TrainingService {

    private final Accelerator accelerator;
    private final TokenizerFiles tokenizers;
    private final PictureReader pictures;
    private final Clock clock;
    private final Forecaster forecaster;
    private final String version;

    /**
     * @param tokenizers where imported CLIP vocabularies lie, for models that bring none
     * @param clock for the date in plans and adapters
     * @param machine that runs are forecast for
     * @param version Atelier's
     */
    public TrainingService(
            Accelerator accelerator,
            Path tokenizers,
            PictureReader pictures,
            Clock clock,
            Machine machine,
            String version) {
        this.accelerator = accelerator;
        this.tokenizers = new TokenizerFiles(tokenizers);
        this.pictures = pictures;
        this.clock = clock;
        this.forecaster = new Forecaster(machine);
        this.version = version;
    }

    /** Every setting of a plan with the defaults of that preset, in the order to show. */
    public static List<TrainingSetting> settings(Subject subject, Speed speed) {
        return SettingList.all(subject, speed);
    }

    /** What each preset sets: subject by subject, each at every speed. */
    public static List<TrainingPreset> presets() {
        return PresetList.all();
    }

    /**
     * Tells what a run will come to, having checked all that it would begin with.
     *
     * @throws AtelierException if a setting, a file, the folder or the device does not allow it
     */
    public TrainingForecast forecast(
            TrainingOrder order, ProgressListener progress, CancelToken cancel) {
        Begun begun = begin(order, progress, cancel);
        return accelerator.call(
                order.device(),
                (torch, device) -> JobForecast.of(begun.job(), forecaster, torch, device));
    }

    /** The same, refusing what the forecast says does not fit the machine. */
    public TrainingResult train(
            TrainingOrder order, ProgressListener progress, CancelToken cancel) {
        return train(order, TrainingForecast::requireRoom, progress, cancel);
    }

    /**
     * Trains an adapter. Stopping it between steps keeps what was trained so far in the run's
     * folder.
     *
     * @param forecasts hears what the run will come to before it begins, and ends it by throwing
     * @return where the adapter lies, and what is to be told of the run
     * @throws AtelierException if a setting, a file, the folder or the device does not allow it, or
     *     the numbers diverge; no adapter is written then
     */
    public TrainingResult train(
            TrainingOrder order,
            Consumer<TrainingForecast> forecasts,
            ProgressListener progress,
            CancelToken cancel) {
        Begun begun = begin(order, progress, cancel);
        try {
            return accelerator.call(
                    order.device(),
                    (torch, device) -> {
                        forecasts.accept(JobForecast.of(begun.job(), forecaster, torch, device));
                        return run(begun.job(), begun.prompts(), torch, device, progress, cancel);
                    });
        } finally {
            accelerator.trim();
        }
    }

    private record Begun(TrainingJob job, SdxlPrompt prompts) {}

    private Begun begin(TrainingOrder order, ProgressListener progress, CancelToken cancel) {
        if (order.trigger().isBlank()) {
            throw new AtelierException(
                    "The trigger is empty: choose a word or a phrase that shall call the subject up.");
        }
        RunFolder folder = RunFolder.claim(order.out());
        Checkpoint checkpoint =
                Checkpoint.open(order.model().path(), CheckpointOptions.of(order.model()));
        SdxlPrompt prompts = tokenizers.open(order.model().path());
        Dataset dataset =
                new DatasetScanner(pictures)
                        .scan(TrainingData.order(order, folder), progress, cancel);
        TrainingPlan plan =
                PlanReader.read(
                        TrainingData.sets(order, dataset),
                        dataset.ofSubject().size(),
                        resolution(checkpoint));
        FramedDataset framed =
                FramedDataset.of(
                        dataset, TrainingData.framing(order, plan), order.options().allowFew());
        if (plan.pictures().subjectCrop()) {
            framed = new SubjectCrops(pictures).of(framed, progress, cancel);
        }
        framed.notes().forEach(progress::noticed);
        HeldBack divided =
                HeldBack.of(
                        framed.pictures(),
                        plan.watching().validationPictures(),
                        plan.seed(),
                        order.options().allowFew());
        TrainingJob job =
                new TrainingJob(
                        order,
                        plan,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        folder,
                        checkpoint,
                        divided.trained(),
                        divided.heldBack(),
                        framed.leftOut());
        return new Begun(job, prompts);
    }

    private static int resolution(Checkpoint checkpoint) {
        return checkpoint.sampleSize() * checkpoint.vae().reduction();
    }

    private TrainingResult run(
            TrainingJob job,
            SdxlPrompt prompts,
            Torch torch,
            ComputeDevice device,
            ProgressListener progress,
            CancelToken cancel) {
        try (SdxlModel model =
                SdxlModel.load(torch, job.checkpoint(), device.type(), prompts, progress, cancel)) {
            return model.naming(() -> run(job, model, torch, device, progress, cancel), cancel);
        }
    }

    private TrainingResult run(
            TrainingJob job,
            SdxlModel model,
            Torch torch,
            ComputeDevice device,
            ProgressListener progress,
            CancelToken cancel) {
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
        RunWatch watch = new RunWatch(job, torch, model, version);
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
        boolean checkpointed = CheckpointingChoice.of(job, device, model.codec().reduction());
        try (PromptedUNet prompted = model.prompted();
                LoraTrainer trainer =
                        new LoraTrainer(
                                torch,
                                plan.textEncoders().trained()
                                        ? TrainedModel.withText(model, prompted)
                                        : TrainedModel.unet(
                                                model.unet(), model.type(), model.scheduler()),
                                settings(plan, checkpointed))) {
            PlanFile.write(job);
            return new TrainingRun(
                            job,
                            trainer,
                            new TrainingBatches(prepared, order, noise, plan),
                            steps ->
                                    TrainingMetadata.describe(
                                            job,
                                            steps,
                                            order.batchesPerEpoch(),
                                            checkpointed,
                                            model.type().label()),
                            watch.probes(trainer, prepared.pictures(), heldBack),
                            watch.listeners(trainer, clock, pictures, progress, cancel))
                    .run(progress, cancel);
        }
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
}
