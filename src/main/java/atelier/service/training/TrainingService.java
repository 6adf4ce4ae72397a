package atelier.service.training;

import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.training.schedules.LearningRateSchedule;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.RunRequest;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingForecast;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingPreset;
import atelier.model.training.TrainingResult;
import atelier.model.training.TrainingSetting;
import atelier.service.dataset.FaceLook;
import atelier.service.job.Accelerator;
import atelier.service.storage.FolderLock;
import atelier.service.storage.Folders;
import atelier.service.storage.PictureReader;
import atelier.service.training.forecast.Forecaster;
import atelier.service.training.forecast.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Trains adapters: checks an order whole, then caches, trains and writes; goes on with runs. */
public final class TrainingService {

    private final Accelerator accelerator;
    private final PictureReader pictures;
    private final RunHost host;
    private final JobReader jobs;
    private final Forecaster forecaster;

    /**
     * @param tokenizers where imported CLIP vocabularies lie, for models that bring none
     * @param host what runs need of the machine
     * @param machine that runs are forecast for
     */
    public TrainingService(
            Accelerator accelerator,
            Path tokenizers,
            PictureReader pictures,
            RunHost host,
            Machine machine) {
        this(accelerator, tokenizers, pictures, FaceLook.NONE, host, machine);
    }

    /**
     * The same with something that finds faces, for subject crops of pictures without a mask.
     *
     * @param faces finds them
     */
    public TrainingService(
            Accelerator accelerator,
            Path tokenizers,
            PictureReader pictures,
            FaceLook faces,
            RunHost host,
            Machine machine) {
        this.accelerator = accelerator;
        this.pictures = pictures;
        this.host = host;
        this.forecaster = new Forecaster(machine);
        this.jobs =
                new JobReader(
                        new TokenizerFiles(tokenizers),
                        pictures,
                        faces,
                        new BaseModel(host.hashes()));
    }

    /** Every setting of a plan with the defaults of that preset, in the order to show. */
    public static List<TrainingSetting> settings(Subject subject, Speed speed) {
        return SettingList.all(subject, speed);
    }

    /**
     * Every setting of a plan by name, as the user would write it.
     *
     * @param sets what the user set; all others have their default
     * @param pictures how many there are, at least 1
     * @param resolution side in pixels that the model was made for
     * @throws AtelierException if a setting is unknown or out of range, or does not fit another
     */
    public static SequencedMap<String, String> plan(
            Map<String, String> sets, int pictures, int resolution) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        PlanSettings.of(PlanReader.read(sets, pictures, resolution))
                .forEach((name, value) -> settings.put(name, SettingValues.text(value)));
        return settings;
    }

    /**
     * The learning rate of every step that such a plan has, at even distances.
     *
     * @param sets as {@link #plan}, sound
     * @param count how many to tell of, at least 2; the first is that of the first step
     */
    public static List<Double> learningRates(
            Map<String, String> sets, int pictures, int resolution, int count) {
        TrainingPlan plan = PlanReader.read(sets, pictures, resolution);
        LearningRateSchedule schedule = LearningRateSchedules.of(plan.rate());
        return IntStream.range(0, count)
                .mapToObj(i ->
                        plan.optimization().learningRate()
                                * schedule.factor(
                                        (plan.steps() - 1L) * i / (count - 1), plan.steps()))
                .toList();
    }

    /**
     * Asks something of a run of this process, which does it between two steps. Of a run that does
     * not go it is done when it goes on.
     *
     * @param run the run's folder
     */
    public void ask(Path run, RunRequest request) {
        host.requests().ask(run, request);
    }

    /** What each preset sets: subject by subject, each at every speed. */
    public static List<TrainingPreset> presets() {
        return PresetList.all();
    }

    /**
     * Tells what a run will come to, having checked all that it would begin with. A folder that is
     * not there yet is not there afterwards.
     *
     * @throws AtelierException if a setting, a file, the folder or the device does not allow it
     */
    public TrainingForecast forecast(
            TrainingOrder order, ProgressListener progress, CancelToken cancel) {
        requireTrigger(order);
        RunFolder folder = new RunFolder(order.out());
        boolean isNew = Files.notExists(order.out());
        try (FolderLock _ = folder.claim(host)) {
            TrainingJob job = jobs.begin(order, folder, progress, cancel);
            return accelerator.call(
                    order.device(),
                    (torch, device) -> JobForecast.of(job, forecaster, torch, device));
        } finally {
            if (isNew) {
                Folders.deleteQuietly(order.out());
            }
        }
    }

    /** The same, refusing what the forecast says does not fit the machine. */
    public TrainingResult train(
            TrainingOrder order, ProgressListener progress, CancelToken cancel) {
        return train(order, TrainingForecast::requireRoom, progress, cancel);
    }

    /**
     * Trains an adapter. Stopping it saves what was trained so far in the run's folder, and {@link
     * #resume} goes on with it.
     *
     * @param forecasts hears what the run will come to before it begins, and ends it by throwing
     * @return where the adapter lies, and what is to be told of the run
     * @throws atelier.model.training.RunPausedException if it is stopped after its first step
     * @throws AtelierException if a setting, a file, the folder or the device does not allow it, or
     *     the numbers diverge; no adapter is written then
     */
    public TrainingResult train(
            TrainingOrder order,
            Consumer<TrainingForecast> forecasts,
            ProgressListener progress,
            CancelToken cancel) {
        requireTrigger(order);
        RunFolder folder = new RunFolder(order.out());
        try (FolderLock _ = folder.claim(host)) {
            TrainingJob job = jobs.begin(order, folder, progress, cancel);
            accelerator.call(
                    order.device(),
                    (torch, device) -> {
                        forecasts.accept(JobForecast.of(job, forecaster, torch, device));
                        return Boolean.TRUE;
                    });
            return run(jobs.withModel(job, progress, cancel), progress, cancel);
        }
    }

    private static void requireTrigger(TrainingOrder order) {
        if (order.trigger().isBlank()) {
            throw new AtelierException(
                    "The trigger is empty: choose a word or a phrase that shall call the subject up.");
        }
    }

    /**
     * Goes on with a run from its newest state, to the same result on the same processor as if it
     * had never ended.
     *
     * @param run the run's folder
     * @param device where to compute; AUTO is the one that it was computed on last
     * @return where the adapter lies, and what is to be told of the run
     * @throws atelier.model.training.RunPausedException if it is stopped again
     * @throws AtelierException if the run is finished or of a newer version, the model or a picture
     *     is no longer what it was, another training is in the folder, its disk is all but full, or
     *     as {@link #train}
     */
    public TrainingResult resume(
            Path run, DeviceChoice device, ProgressListener progress, CancelToken cancel) {
        RunFolder folder = new RunFolder(run);
        try (FolderLock _ = folder.enter(host)) {
            host.space().require(run);
            return run(jobs.resume(folder, device, progress, cancel), progress, cancel);
        }
    }

    private TrainingResult run(TrainingJob job, ProgressListener progress, CancelToken cancel) {
        try {
            return accelerator.call(
                    job.order().device(),
                    (torch, device) ->
                            new TrainingSession(job, pictures, host, torch, device)
                                    .run(progress, cancel));
        } finally {
            accelerator.trim();
        }
    }
}
