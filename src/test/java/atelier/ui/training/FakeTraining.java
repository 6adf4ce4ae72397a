package atelier.ui.training;

import atelier.model.AtelierException;
import atelier.model.generation.ModelChoice;
import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.AdapterForecast;
import atelier.model.training.ForecastNeed;
import atelier.model.training.ForecastPart;
import atelier.model.training.RunNews;
import atelier.model.training.RunPrompt;
import atelier.model.training.RunRequest;
import atelier.model.training.TimeForecast;
import atelier.model.training.TrainedStep;
import atelier.model.training.TrainingForecast;
import atelier.model.training.TrainingOrder;
import atelier.service.training.TrainingService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A queue and a library that do nothing but remember what they were asked. */
public final class FakeTraining implements TrainingWork {

    static final long MEGABYTE = 1_000_000;

    final List<String> asked = new ArrayList<>();
    final List<TrainingJob> jobs = new ArrayList<>();
    final List<TrainingOrder> forecasts = new ArrayList<>();
    boolean busy;
    @Nullable String obstacle;
    RunNews news = RunNews.NOTHING;
    private Consumer<TrainingJobs> listener = _ -> {};

    @Override
    public List<Trainee> trainees() {
        return List.of(trainee("temir", AdapterType.CHARACTER), trainee("ink", AdapterType.STYLE));
    }

    private static Trainee trainee(String slug, AdapterType type) {
        return new Trainee(
                new CharacterRecord(
                        slug,
                        slug.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + slug.substring(1),
                        type,
                        slug,
                        CharacterState.READY,
                        "",
                        false,
                        List.of(),
                        Instant.EPOCH,
                        false),
                23,
                Path.of("characters", slug));
    }

    @Override
    public List<BaseModel> models() {
        return List.of(
                new BaseModel("", Path.of("starter"), BaseModel.STARTER),
                new BaseModel("sdxl", Path.of("sdxl"), BaseModel.SDXL));
    }

    @Override
    public TrainingOrder order(
            Trainee trainee, BaseModel model, String trigger, Map<String, String> sets) {
        return new TrainingOrder(
                ModelChoice.of(model.path()),
                trainee.data(),
                trigger,
                Path.of("runs", "run-" + jobs.size()),
                sets,
                DeviceChoice.AUTO);
    }

    @Override
    public SpeedForecast forecast(TrainingOrder order) {
        forecasts.add(order);
        int steps =
                Integer.parseInt(
                        TrainingService.plan(order.sets(), 23, BaseModel.STARTER).get("steps"));
        return SpeedForecast.of(
                new TrainingForecast(
                        23,
                        new TimeForecast(steps, 1e12, 1e12, 1, 0, List.of()),
                        false,
                        new AdapterForecast(722, 1, 85 * MEGABYTE),
                        new ForecastNeed(List.of(new ForecastPart("all", 1L << 30)), null),
                        new ForecastNeed(List.of(), null),
                        List.of(),
                        obstacle == null ? List.of() : List.of(obstacle)));
    }

    @Override
    public void submit(String title, TrainingOrder order) {
        asked.add("submit " + title);
        jobs.add(
                new TrainingJob(
                        new JobRecord(
                                jobs.size() + 1L,
                                JobKind.TRAINING,
                                title,
                                "{}",
                                Instant.EPOCH,
                                jobs.size(),
                                JobStatus.ORDERED),
                        order));
        tell();
    }

    /** Lets a job be in a state. */
    void state(long id, JobStatus status) {
        jobs.replaceAll(job ->
                job.job().id() == id ? new TrainingJob(job.job().with(status), job.order()) : job);
        busy = jobs.stream().anyMatch(job -> job.job().state() == JobState.RUNNING);
        tell();
    }

    /** What a run of so many steps has come to. */
    static RunNews news(long done, long steps, boolean anew) {
        return new RunNews(
                anew,
                LongStream.rangeClosed(1, done)
                        .mapToObj(step ->
                                new TrainedStep(
                                        step,
                                        0.2 / step,
                                        0.1,
                                        1e-4,
                                        2.4,
                                        step % 2 == 0 ? Double.valueOf(0.15 - 0.001 * step) : null))
                        .toList(),
                0.15,
                Map.of("steps", "" + steps, "previewEvery", "2", "batchSize", "2"),
                List.of(new RunPrompt("temir at dusk", false), new RunPrompt("a man", true)),
                List.of(),
                new TreeMap<>(Map.of(2L, Path.of("checkpoints", "step-000002.safetensors"))));
    }

    private void tell() {
        listener.accept(new TrainingJobs(jobs, busy));
    }

    @Override
    public void pause(long job) {
        asked.add("pause " + job);
    }

    @Override
    public void resume(long job) {
        asked.add("resume " + job);
    }

    @Override
    public void retry(long job) {
        asked.add("retry " + job);
    }

    @Override
    public void ask(Path run, RunRequest request) {
        asked.add(request + " " + run.getFileName());
    }

    @Override
    public RunNews look(Path run) {
        RunNews now = news;
        news =
                new RunNews(
                        false,
                        List.of(),
                        now.baseline(),
                        now.settings(),
                        now.prompts(),
                        now.previews(),
                        now.checkpoints());
        return now;
    }

    @Override
    public String keep(Path adapter, Trainee trainee, String trigger) {
        asked.add("keep " + adapter + " as " + trigger);
        if (asked.stream().filter(line -> line.startsWith("keep")).count() > 1) {
            throw new AtelierException("It is in the library already.");
        }
        return "temir-2";
    }

    @Override
    public void listen(Consumer<TrainingJobs> heard) {
        listener = heard;
        tell();
    }
}
