package atelier.ui.firststart;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.Progress;
import atelier.service.starter.FirstOrders;
import atelier.ui.text.Phrase;
import atelier.ui.training.Trainee;
import atelier.ui.training.TrainingJob;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three steps as they follow from what there is and from the queue.
 *
 * @param found what there is
 * @param jobs the queue
 */
record Steps(Found found, FirstJobs jobs) {

    private static final String STEP = "step";

    /** How many images the last step makes. */
    static final int SCENES = FirstOrders.scenes("").size();

    /** The training that is shown; empty for none. */
    Optional<TrainingJob> training() {
        Trainee trainee = found.trainee();
        return trainee == null ? Optional.empty() : jobs.trainings().of(trainee.data());
    }

    /** The images that are shown; empty for none. */
    Optional<ImageJob> images() {
        Trainee trainee = found.trainee();
        return trainee == null ? Optional.empty() : jobs.scenesWith(trigger(trainee));
    }

    /** What calls someone up. */
    static String trigger(Trainee trainee) {
        String trigger = trainee.character().trigger();
        return trigger.isBlank() ? trainee.character().slug() : trigger;
    }

    /** Looking at the pictures. */
    StepView look() {
        Trainee trainee = found.trainee();
        if (trainee == null) {
            return StepView.of(StepState.ASLEEP, Phrase.of("first.nobody"));
        }
        return StepView.of(
                StepState.DONE,
                found.toLookAt() == 0
                        ? Phrase.of("first.checked", trainee.pictures())
                        : Phrase.of("first.to-look", trainee.pictures(), found.toLookAt()));
    }

    /** The training. */
    StepView train() {
        if (found.trainee() == null) {
            return StepView.of(StepState.ASLEEP, Phrase.of("first.after-pictures"));
        }
        JobRecord job = training().map(TrainingJob::job).orElse(null);
        boolean over = job == null || job.state().isOver();
        if (over && found.adapter() != null) {
            return StepView.of(StepState.DONE, Phrase.of("first.trained"));
        }
        if (!found.starter() && (job == null || job.state() == JobState.CANCELLED)) {
            return StepView.of(StepState.FAILED, Phrase.of("first.no-starter"));
        }
        return job == null
                ? StepView.of(StepState.NEXT, Phrase.of("first.plan", FirstOrders.STEPS))
                : view(job, Phrase.of("first.trained"), training(job.progress(), job));
    }

    private static Phrase training(@Nullable Progress progress, JobRecord job) {
        if (progress == null || !progress.unit().equals(STEP)) {
            return Phrase.of("first.prepares");
        }
        double left = job.status().secondsLeft();
        return left < 0
                ? Phrase.of("job.step-of", progress.done(), progress.total())
                : Phrase.of("first.step-left", progress.done(), progress.total(), left);
    }

    /** The new images. */
    StepView draw() {
        if (found.adapter() == null) {
            return StepView.of(StepState.ASLEEP, Phrase.of("first.asleep", SCENES));
        }
        JobRecord job = images().map(ImageJob::job).orElse(null);
        return job == null
                ? StepView.of(StepState.NEXT, Phrase.of("first.scenes", SCENES))
                : view(
                        job,
                        Phrase.of("first.drawn", SCENES),
                        Phrase.of(
                                "first.draws", Math.min(SCENES, job.status().made() + 1), SCENES));
    }

    private static StepView view(JobRecord job, Phrase done, Phrase goes) {
        return switch (job.state()) {
            case QUEUED -> StepView.working(Phrase.of("first.waits"), -1);
            case RUNNING -> StepView.working(goes, job.fraction());
            case PAUSED ->
                    new StepView(
                            StepState.PAUSED,
                            Phrase.of("first.paused"),
                            Math.max(0, job.fraction()));
            case FAILED -> StepView.of(StepState.FAILED, Phrase.said(job.status().happened()));
            case CANCELLED -> StepView.of(StepState.NEXT, Phrase.of("first.cancelled"));
            case DONE -> StepView.of(StepState.DONE, done);
        };
    }
}
