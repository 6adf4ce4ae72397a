package atelier.ui.firststart;

import atelier.model.AtelierException;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.ProgressListener;
import atelier.model.library.Workspace;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.RunPreview;
import atelier.model.training.TrainingOrder;
import atelier.service.job.JobListener;
import atelier.service.job.JobOrders;
import atelier.service.job.JobQueue;
import atelier.service.settings.SettingsStore;
import atelier.service.starter.FirstOrders;
import atelier.service.training.RunFollower;
import atelier.service.training.TrainingRunner;
import atelier.ui.training.BaseModel;
import atelier.ui.training.SpeedForecast;
import atelier.ui.training.Trainee;
import atelier.ui.training.TrainingJobs;
import atelier.ui.training.TrainingWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The first steps' work, done by the services over a workspace. */
public final class ServiceFirstStart implements FirstStartWork {

    private final Beginning beginning;
    private final TrainingWork training;
    private final JobQueue jobs;
    private final Supplier<DeviceChoice> device;
    private final Supplier<Path> images;
    private final Map<Path, RunFollower> followed = new ConcurrentHashMap<>();
    private final JobOrders<GenerationBatch> batches =
            new JobOrders<>(JobKind.GENERATION, GenerationBatch.class);

    /**
     * @param device that the user wants images to be made on
     * @param images folder for those of today
     */
    ServiceFirstStart(
            Beginning beginning,
            TrainingWork training,
            JobQueue jobs,
            Supplier<DeviceChoice> device,
            Supplier<Path> images) {
        this.beginning = beginning;
        this.training = training;
        this.jobs = jobs;
        this.device = device;
        this.images = images;
    }

    /** Over a workspace. */
    public static FirstStartWork over(
            Workspace workspace,
            Beginning beginning,
            TrainingWork training,
            JobQueue jobs,
            SettingsStore settings) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        return new ServiceFirstStart(
                beginning,
                training,
                jobs,
                () -> settings.get().machine().device(),
                () -> workspace.images(LocalDate.now(clock)));
    }

    @Override
    public Found begin(ProgressListener progress) {
        return beginning.look(progress);
    }

    @Override
    public Optional<Path> adapterOf(long job) {
        // A run that was deleted since has none.
        return Optional.ofNullable(jobs.results(job).get(TrainingRunner.ADAPTER))
                .filter(Files::exists);
    }

    @Override
    public void train(Trainee trainee) {
        TrainingOrder order = order(trainee, FirstOrders.STEPS);
        if (jobs.jobs().onAccelerator().isEmpty()) {
            SpeedForecast forecast = training.forecast(order);
            if (forecast.problem() != null) {
                throw new AtelierException(forecast.problem());
            }
            int steps = Patience.steps(forecast);
            if (steps != FirstOrders.STEPS) {
                order = order(trainee, steps);
            }
        }
        training.submit(trainee.character().name(), order);
    }

    private TrainingOrder order(Trainee trainee, int steps) {
        return training.order(
                trainee,
                new BaseModel("", beginning.starter(), BaseModel.STARTER),
                Steps.trigger(trainee),
                FirstOrders.training(steps));
    }

    @Override
    public void draw(Trainee trainee, Path adapter) {
        jobs.submit(
                JobKind.GENERATION,
                trainee.character().name(),
                FirstOrders.images(
                        beginning.starter(),
                        adapter,
                        Steps.trigger(trainee),
                        images.get(),
                        device.get()));
    }

    @Override
    public void resume(long job) {
        jobs.resume(job);
    }

    @Override
    public void retry(long job) {
        jobs.retry(job);
    }

    @Override
    public List<Path> made(long job) {
        return List.copyOf(jobs.results(job).values());
    }

    @Override
    public List<Path> previews(Path run) {
        List<RunPreview> all = followed.computeIfAbsent(run, RunFollower::new).look().previews();
        long newest = all.stream().mapToLong(RunPreview::step).max().orElse(0);
        return all.stream()
                .filter(preview -> preview.step() == newest)
                .sorted(Comparator.comparingInt(RunPreview::prompt))
                .map(RunPreview::file)
                .toList();
    }

    @Override
    public void listen(Consumer<FirstJobs> changed, BiConsumer<Long, PreviewPicture> previewed) {
        Halves halves = new Halves(changed);
        training.listen(halves::trainings);
        jobs.listen(
                new JobListener() {
                    @Override
                    public void changed(JobList list) {
                        halves.images(batches.of(list, ImageJob::new));
                    }

                    @Override
                    public void previewed(JobRecord job, PreviewPicture picture) {
                        if (job.state() == JobState.RUNNING) {
                            previewed.accept(job.id(), picture);
                        }
                    }
                });
    }

    /** Puts together what two listeners hear of the same queue. */
    private static final class Halves {

        private final Consumer<FirstJobs> changed;
        private TrainingJobs trainings = TrainingJobs.NONE;
        private List<ImageJob> images = List.of();

        Halves(Consumer<FirstJobs> changed) {
            this.changed = changed;
        }

        synchronized void trainings(TrainingJobs now) {
            trainings = now;
            changed.accept(new FirstJobs(trainings, images));
        }

        synchronized void images(List<ImageJob> now) {
            images = now;
            changed.accept(new FirstJobs(trainings, images));
        }
    }
}
