package atelier.ui.screenshot;

import atelier.model.generation.ModelChoice;
import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.job.Progress;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.AdapterForecast;
import atelier.model.training.ForecastNeed;
import atelier.model.training.ForecastPart;
import atelier.model.training.RunPreview;
import atelier.model.training.RunPrompt;
import atelier.model.training.Speed;
import atelier.model.training.TimeForecast;
import atelier.model.training.TrainingForecast;
import atelier.model.training.TrainingOrder;
import atelier.ui.training.Points;
import atelier.ui.training.RunView;
import atelier.ui.training.SpeedForecast;
import atelier.ui.training.Trainee;
import atelier.ui.training.TrainingJob;
import atelier.ui.training.TrainingJobs;
import atelier.ui.training.TrainingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run that there never was, for pictures of the training panel: its numbers are plausible, none
 * is measured.
 *
 * @param pictures of the sample character, which stand for previews
 */
record SampleRun(Path pictures) {

    /** Of the sample character. */
    static final String SLUG = "ilvara";

    private static final int STEPS = 1200;
    private static final int DONE = 740;
    private static final int EVERY = 120;
    private static final int PROBE = 40;
    private static final double RATE = 1e-4;
    private static final long MEGABYTE = 1_000_000;
    private static final Path RUN = Path.of("runs", "20261120-140422-ilvara");

    /**
     * Shows it.
     *
     * @param state of its job; null for no job
     */
    void show(TrainingModel model, @Nullable JobState state) {
        int done = state == null ? 0 : state == JobState.DONE ? STEPS : DONE;
        model.exhibit(
                trainee(23),
                state == null
                        ? TrainingJobs.NONE
                        : new TrainingJobs(List.of(job(state, done)), state == JobState.RUNNING),
                state == null ? RunView.EMPTY : view(done),
                Map.of(
                        Speed.RAPID, forecast(750, 1080, 8.2, 43),
                        Speed.BALANCED, forecast(STEPS, 2880, 9.4, 85),
                        Speed.QUALITY, forecast(1500, 3900, 11.6, 170)));
    }

    /** The sample character, with so many pictures. */
    Trainee trainee(int count) {
        return new Trainee(
                new CharacterRecord(
                        SLUG,
                        "Ilvara",
                        AdapterType.CHARACTER,
                        SLUG,
                        CharacterState.READY,
                        "",
                        false,
                        List.of(),
                        Instant.EPOCH,
                        false),
                count,
                pictures);
    }

    private static SpeedForecast forecast(int steps, double seconds, double memory, long file) {
        return SpeedForecast.of(
                new TrainingForecast(
                        23,
                        new TimeForecast(steps, seconds / steps, 1, 1, 0, List.of()),
                        true,
                        new AdapterForecast(722, 1, file * MEGABYTE),
                        new ForecastNeed(
                                List.of(new ForecastPart("all", (long) (memory * (1L << 30)))),
                                null),
                        new ForecastNeed(List.of(), null),
                        List.of(),
                        List.of()));
    }

    private TrainingJob job(JobState state, int done) {
        JobStatus running =
                JobStatus.ORDERED
                        .begun(Instant.EPOCH)
                        .progressed(Progress.of("Training", done, STEPS, "step"), 1 / 2.4, 1080);
        JobStatus status =
                switch (state) {
                    case RUNNING -> running;
                    case PAUSED -> running.paused("");
                    case FAILED ->
                            running.over(
                                    state,
                                    "The loss became infinite at step 741.",
                                    "What was trained up to step 720 is kept.",
                                    Instant.EPOCH);
                    default ->
                            running.over(
                                    state,
                                    "1200 steps on 23 pictures: ilvara.safetensors.",
                                    "",
                                    Instant.EPOCH);
                };
        return new TrainingJob(
                new JobRecord(1, JobKind.TRAINING, "Ilvara", "{}", Instant.EPOCH, 0, status),
                new TrainingOrder(
                        ModelChoice.of(pictures),
                        pictures,
                        SLUG,
                        RUN,
                        Map.of(
                                "subject", "character",
                                "steps", "" + STEPS,
                                "learningRateSchedule", "cosine",
                                "warmUpSteps", "96",
                                "batchSize", "2"),
                        DeviceChoice.AUTO));
    }

    private RunView view(int done) {
        SortedMap<Long, Path> checkpoints = new TreeMap<>();
        for (long step = EVERY; step <= done; step += EVERY) {
            checkpoints.put(step, Path.of("step-" + step + ".safetensors"));
        }
        List<RunPrompt> prompts =
                List.of(
                        new RunPrompt("ilvara riding home, steppe at dusk", false),
                        new RunPrompt("ilvara in the city at night", false),
                        new RunPrompt("a woman in the city at night", true));
        return new RunView(
                STEPS,
                done,
                points(1, done, 1, step -> falling(step) + 0.035 * wave(step)),
                points(1, done, 1, step -> falling(step) + 0.004 * Math.sin(step / 40)),
                points(0, done, PROBE, step -> 0.112 + 0.034 * Math.exp(-step / 260)),
                points(1, done, 1, SampleRun::rate),
                points(1, done, 1, step -> 2.38 + (step % EVERY < 3 ? 0.5 : 0.04 * wave(step))),
                Map.of("steps", "" + STEPS, "previewEvery", "" + EVERY, "batchSize", "2"),
                prompts,
                previews(prompts.size(), done),
                checkpoints);
    }

    private static double falling(double step) {
        return 0.092 + 0.058 * Math.exp(-step / 300);
    }

    /** Between -1 and 1, without an order that one sees. */
    private static double wave(double step) {
        double value = Math.sin(step * 12.9898) * 43_758.5453;
        return 2 * (value - Math.floor(value)) - 1;
    }

    private static double rate(double step) {
        double warm = 96;
        return step < warm
                ? RATE * step / warm
                : RATE * (1 + Math.cos(Math.PI * (step - warm) / (STEPS - warm))) / 2;
    }

    private static Points points(int first, int last, int every, DoubleUnaryOperator value) {
        double[] steps =
                IntStream.iterate(first, step -> step <= last, step -> step + every)
                        .asDoubleStream()
                        .toArray();
        double[] values = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            values[i] = value.applyAsDouble(steps[i]);
        }
        return Points.of(steps, values);
    }

    private List<RunPreview> previews(int prompts, int done) {
        List<Path> files = files();
        List<RunPreview> previews = new ArrayList<>();
        if (!files.isEmpty()) {
            for (long step = 0; step <= done; step += EVERY) {
                for (int prompt = 0; prompt < prompts; prompt++) {
                    int file = (int) (step / EVERY) + 5 * prompt;
                    previews.add(new RunPreview(step, prompt, files.get(file % files.size())));
                }
            }
        }
        return previews;
    }

    /** The pictures, by name; none where the folder is not there. */
    List<Path> files() {
        if (!Files.isDirectory(pictures)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(pictures)) {
            return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
