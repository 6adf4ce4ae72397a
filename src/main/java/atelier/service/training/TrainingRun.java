package atelier.service.training;

import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.training.Trainer;
import atelier.engine.training.Update;
import atelier.engine.training.losses.Batch;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.training.RunPausedException;
import atelier.model.training.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of one run, on the lane: data in, numbers out to those who listen. */
final class TrainingRun {

    private static final String STAGE = "Training";

    private final Path folder;
    private final long steps;
    private final int accumulation;
    private final Trainer trainer;
    private final TrainingBatches batches;
    private final Probes probes;
    private final List<RunListener> listeners;
    private final CheckpointSaver saver;
    private final RunRequests requests;
    private final SmoothedLoss smoothed;
    private @Nullable StepReport unreported;

    /**
     * @param trainer as it is before the first step that is to be done
     * @param listeners that hear of each step, before it is saved
     * @param saver saves the run
     * @param requests what the user asks of it while it goes
     * @param unreported the last step that was done, where nobody has heard of it; null otherwise
     */
    TrainingRun(
            TrainingJob job,
            Trainer trainer,
            TrainingBatches batches,
            Probes probes,
            List<RunListener> listeners,
            CheckpointSaver saver,
            RunRequests requests,
            @Nullable StepReport unreported) {
        this.folder = job.folder().root();
        this.steps = job.plan().steps();
        this.accumulation = job.plan().step().gradientAccumulation();
        this.trainer = trainer;
        this.batches = batches;
        this.probes = probes;
        this.listeners = List.copyOf(listeners);
        this.saver = saver;
        this.requests = requests;
        this.smoothed = new SmoothedLoss(steps);
        this.unreported = unreported;
    }

    /**
     * Trains to the end, or until it is asked to end before; then it is saved as it is.
     *
     * @throws RunPausedException if it is cancelled after the first step; what was trained is saved
     *     then
     * @throws AtelierException if the numbers diverge or something cannot be saved; what was saved
     *     before stays, and the sentence tells of it
     */
    void run(ProgressListener progress, CancelToken cancel) {
        progress.progressed(Progress.of(STAGE, trainer.done(), steps, "step"));
        try (RunListeners all = new RunListeners(listeners)) {
            saver.begin();
            all.begins(trainer.done(), trainer.done() == 0 ? probes.after(0, cancel) : Probed.NONE);
            if (unreported != null) {
                report(unreported, all, progress, cancel);
            }
            while (trainer.done() < steps && !isEnded(all)) {
                cancel.check();
                report(step(cancel), all, progress, cancel);
            }
        } catch (CancelledException e) {
            throw trainer.done() == 0 ? e : paused(e);
        } catch (AtelierException e) {
            throw told(e);
        }
    }

    /** Does what is asked, and tells whether it is to end here. */
    private boolean isEnded(RunListeners all) {
        long done = trainer.done();
        if (done == 0) {
            // There is nothing yet to save or to end with.
            return false;
        }
        Set<RunRequest> asked = requests.take(folder);
        if (asked.contains(RunRequest.PREVIEW)) {
            all.previewAsked(done);
        }
        if (asked.contains(RunRequest.CHECKPOINT)) {
            saver.pin();
        }
        boolean ended = asked.contains(RunRequest.FINISH);
        if (ended) {
            saver.save(null);
        }
        return ended;
    }

    /** Measures what a step came to, and tells everybody. */
    private void report(
            StepReport step, RunListeners all, ProgressListener progress, CancelToken cancel) {
        unreported = step;
        StepReport report = step.with(probes.after(step.step(), cancel));
        all.stepped(report);
        unreported = null;
        saver.stepped(report);
        progress.progressed(
                new Progress(
                        STAGE,
                        report.step(),
                        steps,
                        "step",
                        String.format(Locale.ROOT, "loss %.4f", smoothed.add(report.loss()))));
    }

    private RunPausedException paused(CancelledException cause) {
        try {
            saver.save(unreported);
        } catch (AtelierException e) {
            throw told(e);
        }
        return new RunPausedException(
                "Stopped on request after step %d of %d; what was trained is saved, and atelier train --resume %s goes on with it."
                        .formatted(trainer.done(), steps, folder),
                folder,
                trainer.done(),
                cause);
    }

    /** The failure, and what is left of the run. */
    private AtelierException told(AtelierException failure) {
        String what = failure.getMessage();
        long saved = saver.saved();
        if (saved == 0) {
            return failure;
        }
        return failure instanceof NotFiniteException
                // Going on would lead to the same numbers again, unless a file was damaged.
                ? new NotFiniteException(
                        "%s The checkpoint and the state of step %d are kept; other settings need another run, and atelier train --resume %s goes on with this one once damage is mended."
                                .formatted(what, saved, folder),
                        failure)
                : new AtelierException(
                        "%s What was trained up to step %d is saved, and atelier train --resume %s goes on with it."
                                .formatted(what, saved, folder),
                        failure);
    }

    private StepReport step(CancelToken cancel) {
        long start = System.nanoTime();
        long first = trainer.done() * accumulation;
        List<Batch> accumulated = new ArrayList<>();
        for (long number = first; number < first + accumulation; number++) {
            accumulated.add(batches.batch(number));
        }
        Update update = trainer.update(accumulated, cancel);
        return new StepReport(
                trainer.done(),
                batches.epoch(first),
                update.loss(),
                update.gradientNorm(),
                update.learningRate(),
                (System.nanoTime() - start) / 1e9,
                null,
                null);
    }
}
