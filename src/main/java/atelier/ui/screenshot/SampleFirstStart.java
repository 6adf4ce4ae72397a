package atelier.ui.screenshot;

import atelier.model.generation.GenerationBatch;
import atelier.model.generation.ModelChoice;
import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.job.Progress;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.service.starter.FirstOrders;
import atelier.ui.Studio;
import atelier.ui.firststart.FirstJobs;
import atelier.ui.firststart.FirstStartModel;
import atelier.ui.firststart.Found;
import atelier.ui.firststart.ImageJob;
import atelier.ui.shell.JobBarState;
import atelier.ui.shell.Place;
import atelier.ui.text.Phrase;
import atelier.ui.training.TrainingJob;
import atelier.ui.training.TrainingJobs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * First steps that nobody took, for pictures of the window.
 *
 * @param sample the character's pictures, which stand for what the computer draws, too
 * @param starter whether the starter model is there
 * @param training how the training stands; null for none
 * @param images how the images stand; null for none
 * @param drawn how many pictures the computer drew
 */
record SampleFirstStart(
        SampleRun sample,
        boolean starter,
        @Nullable JobStatus training,
        @Nullable JobStatus images,
        int drawn) {

    private static final String NAME = "Ilvara";
    private static final int STEP = 97;
    private static final double SECONDS_LEFT = 62;
    private static final int PREVIEWS = 3;
    private static final int SCENES = 4;
    private static final JobStatus RUNNING = JobStatus.ORDERED.begun(Instant.EPOCH);

    /** Over the workspace of a window. */
    static SampleFirstStart of(Studio studio) {
        return new SampleFirstStart(
                new SampleRun(studio.workspace().originals(SampleRun.SLUG)), true, null, null, 0);
    }

    /** Nothing was done yet. */
    SampleFirstStart fresh() {
        return this;
    }

    /** The model that comes along is not there. */
    SampleFirstStart withoutStarter() {
        return new SampleFirstStart(sample, false, null, null, 0);
    }

    /** It trains. */
    SampleFirstStart inTraining() {
        JobStatus now =
                RUNNING.progressed(
                        Progress.of("Training", STEP, FirstOrders.STEPS, "step"), 1, SECONDS_LEFT);
        return new SampleFirstStart(sample, true, now, null, PREVIEWS);
    }

    /** The training went wrong. */
    SampleFirstStart failed() {
        JobStatus now =
                RUNNING.over(
                        JobState.FAILED,
                        "The disk is full; free some space and try again.",
                        "",
                        Instant.EPOCH);
        return new SampleFirstStart(sample, true, now, null, PREVIEWS);
    }

    /** The training is done. */
    SampleFirstStart trained() {
        return new SampleFirstStart(sample, true, over(), null, PREVIEWS);
    }

    /** It draws. */
    SampleFirstStart inDrawing() {
        JobStatus now =
                RUNNING.withMade(2)
                        .progressed(Progress.of("Sampling", 2L * STEP, 4L * STEP, "step"), 1, 9);
        return new SampleFirstStart(sample, true, over(), now, 2);
    }

    /** Everything is done. */
    SampleFirstStart done() {
        return new SampleFirstStart(sample, true, over(), over(), SCENES);
    }

    private static JobStatus over() {
        return RUNNING.over(JobState.DONE, "", "", Instant.EPOCH);
    }

    /** Where what it does belongs. */
    Place place() {
        return images == null ? Place.TRAINING : Place.GENERATION;
    }

    /** What the job bar says of it. */
    JobBarState bar() {
        Phrase title =
                images == null
                        ? Phrase.of("job.training-of", Phrase.plain(NAME))
                        : Phrase.plain(NAME);
        JobStatus now = images == null ? training : images;
        if (now == null || now.state() == JobState.DONE) {
            return SampleBars.idle();
        } else if (now.state() == JobState.FAILED) {
            return SampleBars.failed(Phrase.said(now.happened()));
        } else if (images == null) {
            return JobBarState.running(
                    place(),
                    title,
                    Phrase.of("job.step-of", STEP, FirstOrders.STEPS),
                    (double) STEP / FirstOrders.STEPS,
                    Phrase.of("job.fast", 1.0),
                    SECONDS_LEFT);
        }
        return JobBarState.running(
                place(),
                title,
                Phrase.of("job.done-of", now.made(), SCENES),
                (double) now.made() / SCENES,
                null,
                now.secondsLeft());
    }

    /** Shows it. */
    void show(FirstStartModel model) {
        List<Path> pictures = sample.files();
        boolean trained = training != null && training.state() == JobState.DONE;
        model.exhibit(
                new Found(
                        sample.trainee(pictures.size()),
                        true,
                        pictures,
                        0,
                        trained ? Path.of("ilvara.safetensors") : null,
                        starter,
                        DeviceChoice.CPU),
                new FirstJobs(
                        new TrainingJobs(
                                training == null ? List.of() : List.of(training(training)), false),
                        images == null ? List.of() : List.of(images(images))),
                pictures.reversed().subList(0, Math.min(drawn, pictures.size())),
                images != null);
    }

    private TrainingJob training(JobStatus status) {
        return new TrainingJob(
                job(1, JobKind.TRAINING, status),
                new TrainingOrder(
                        ModelChoice.of(sample.pictures()),
                        sample.pictures(),
                        SampleRun.SLUG,
                        Path.of("runs", "first"),
                        Map.of(),
                        DeviceChoice.AUTO));
    }

    private ImageJob images(JobStatus status) {
        GenerationBatch batch =
                FirstOrders.images(
                        sample.pictures(),
                        Path.of("ilvara.safetensors"),
                        SampleRun.SLUG,
                        Path.of("images"),
                        DeviceChoice.AUTO);
        return new ImageJob(job(2, JobKind.GENERATION, status), batch);
    }

    private static JobRecord job(long id, JobKind kind, JobStatus status) {
        return new JobRecord(id, kind, NAME, "{}", Instant.EPOCH, id, status);
    }
}
