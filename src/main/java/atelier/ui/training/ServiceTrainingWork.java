package atelier.ui.training;

import atelier.model.AtelierException;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.ModelFile;
import atelier.model.job.CancelToken;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterRecord;
import atelier.model.library.Workspace;
import atelier.model.training.RunNews;
import atelier.model.training.RunRequest;
import atelier.model.training.TrainingOrder;
import atelier.service.generation.ModelList;
import atelier.service.job.JobOrders;
import atelier.service.job.JobQueue;
import atelier.service.library.LibraryService;
import atelier.service.settings.SettingsStore;
import atelier.service.training.RunFollower;
import atelier.service.training.TrainingService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The training panel's work, done by the services over a workspace. */
public final class ServiceTrainingWork implements TrainingWork {

    private final Workspace workspace;
    private final LibraryService library;
    private final TrainingService training;
    private final JobQueue jobs;
    private final Path starter;
    private final SettingsStore settings;
    private final Clock clock;
    private final Map<Path, RunFollower> followed = new ConcurrentHashMap<>();
    private final JobOrders<TrainingOrder> orders =
            new JobOrders<>(JobKind.TRAINING, TrainingOrder.class);

    /**
     * @param settings tell where to compute, and which model comes first
     * @param starter the model that comes with Atelier
     * @param clock for the names of runs
     */
    public ServiceTrainingWork(
            Workspace workspace,
            LibraryService library,
            TrainingService training,
            JobQueue jobs,
            Path starter,
            SettingsStore settings,
            Clock clock) {
        this.workspace = workspace;
        this.library = library;
        this.training = training;
        this.jobs = jobs;
        this.starter = starter;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Trainee> trainees() {
        return library.characters().current().stream().map(this::trainee).toList();
    }

    private Trainee trainee(CharacterRecord character) {
        return new Trainee(
                character,
                library.characters().pictures(character.slug()).size(),
                workspace.originals(character.slug()));
    }

    @Override
    public List<BaseModel> models() {
        List<BaseModel> models = new ArrayList<>();
        models.add(new BaseModel("", starter, BaseModel.STARTER));
        String wanted = settings.get().baseModel();
        for (ModelFile model : new ModelList(workspace.models(), starter).all()) {
            if (!model.path().equals(starter)) {
                BaseModel found = new BaseModel(model.name(), model.path(), model.side());
                models.add(model.name().equals(wanted) ? 0 : models.size(), found);
            }
        }
        return models;
    }

    @Override
    public TrainingOrder order(
            Trainee trainee, BaseModel model, String trigger, Map<String, String> sets) {
        Path out = workspace.run(LocalDateTime.now(clock), trainee.character().slug());
        for (int number = 2; Files.exists(out); number++) {
            // Two within a second.
            out =
                    out.resolveSibling(
                            workspace
                                            .run(
                                                    LocalDateTime.now(clock),
                                                    trainee.character().slug())
                                            .getFileName()
                                    + "-"
                                    + number);
        }
        return new TrainingOrder(
                ModelChoice.of(model.path()),
                trainee.data(),
                trigger,
                out,
                sets,
                settings.get().machine().device());
    }

    @Override
    public SpeedForecast forecast(TrainingOrder order) {
        try {
            return SpeedForecast.of(
                    training.forecast(order, ProgressListener.NONE, new CancelToken()));
        } catch (AtelierException e) {
            return SpeedForecast.impossible(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void submit(String title, TrainingOrder order) {
        jobs.submit(JobKind.TRAINING, title, order);
    }

    @Override
    public void pause(long job) {
        jobs.pause(job);
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
    public void ask(Path run, RunRequest request) {
        training.ask(run, request);
    }

    @Override
    public RunNews look(Path run) {
        return followed.computeIfAbsent(run, RunFollower::new).look();
    }

    @Override
    public String keep(Path adapter, Trainee trainee, String trigger) {
        AdapterType type = trainee.character().type();
        return library.adapters()
                .addOnce(
                        adapter,
                        type,
                        trigger,
                        trainee.character().slug(),
                        "kept from its training")
                .name();
    }

    @Override
    public void listen(Consumer<TrainingJobs> listener) {
        jobs.listen(list -> listener.accept(trainings(list)));
    }

    private TrainingJobs trainings(JobList list) {
        return new TrainingJobs(
                orders.of(list, TrainingJob::new), list.onAccelerator().isPresent());
    }
}
