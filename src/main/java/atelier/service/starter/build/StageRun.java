package atelier.service.starter.build;

import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.training.NetworkTrainer;
import atelier.engine.training.NetworkUpdate;
import atelier.engine.training.TrainerState;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.training.RunPausedException;
import atelier.service.training.state.RunStates;
import atelier.service.training.state.SavedState;
import atelier.service.training.state.StepLines;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The steps of one stage, on the lane, from the first or from where it was saved. */
final class StageRun<B> {

    private static final JsonMapper JSON = new JsonMapper();

    private final StageRecipe recipe;
    private final StageFiles files;
    private final Stage<B> stage;
    private final NetworkTrainer<B> trainer;
    private final RunStates states;
    private long saved;
    private double seconds;

    /**
     * @param trainer that nothing was done with yet
     */
    StageRun(
            StageRecipe recipe,
            StageFiles files,
            Stage<B> stage,
            NetworkTrainer<B> trainer,
            RunStates states) {
        this.recipe = recipe;
        this.files = files;
        this.stage = stage;
        this.trainer = trainer;
        this.states = states;
    }

    /**
     * Trains to the last step.
     *
     * @param seed of random weights
     * @throws RunPausedException if it is cancelled after the first step; what was trained is saved
     *     then
     * @throws AtelierException if the numbers diverge or something cannot be saved; what was saved
     *     before stays
     */
    void run(long seed, ProgressListener progress, CancelToken cancel) {
        begin(seed, progress);
        tell(progress, "");
        try (StepLines lines = StepLines.resume(files.log(), trainer.done())) {
            while (trainer.done() < recipe.steps()) {
                cancel.check();
                StageLine line = step(cancel);
                if (isDue(recipe.logEvery())) {
                    lines.add(JSON.writeValueAsString(line));
                }
                if (isDue(recipe.saveEvery())) {
                    save();
                }
                tell(progress, String.format(Locale.ROOT, "loss %.4f", line.loss()));
            }
        } catch (CancelledException e) {
            throw trainer.done() == 0 ? e : paused(e);
        } catch (NotFiniteException e) {
            throw saved == 0 ? e : told(e);
        }
    }

    private void begin(long seed, ProgressListener progress) {
        Optional<SavedState> newest = states.newest(progress::noticed);
        if (newest.isPresent()) {
            trainer.restore(newest.get().trainer());
            saved = trainer.done();
            progress.noticed("The stage %s goes on after step %d.".formatted(recipe.name(), saved));
        } else if (recipe.begin() == StageRecipe.Begin.MODEL) {
            trainer.initialize(stage.present());
        } else {
            trainer.initialize(seed);
        }
    }

    private boolean isDue(long every) {
        return trainer.done() % every == 0 || trainer.done() == recipe.steps();
    }

    private void tell(ProgressListener progress, String detail) {
        progress.progressed(
                new Progress(
                        "Training " + recipe.name(),
                        trainer.done(),
                        recipe.steps(),
                        "step",
                        detail));
    }

    private StageLine step(CancelToken cancel) {
        long start = System.nanoTime();
        NetworkUpdate update = trainer.update(stage.batch(trainer.done()), cancel);
        double taken = (System.nanoTime() - start) / 1e9;
        seconds += taken;
        return new StageLine(
                trainer.done(),
                update.loss(),
                update.parts(),
                update.gradientNorm(),
                update.learningRate(),
                taken);
    }

    /** Seconds that the steps of this run took. */
    double seconds() {
        return seconds;
    }

    private void save() {
        if (trainer.done() == saved) {
            return;
        }
        TrainerState state = trainer.state();
        state.requireFinite();
        states.save(new SavedState(state, null));
        saved = trainer.done();
    }

    private RunPausedException paused(CancelledException cause) {
        save();
        return new RunPausedException(
                "Stopped on request after step %d of %d of the stage %s; what was trained is saved, and the same command with --resume goes on with it."
                        .formatted(trainer.done(), recipe.steps(), recipe.name()),
                files.out(),
                trainer.done(),
                cause);
    }

    private NotFiniteException told(NotFiniteException failure) {
        return new NotFiniteException(
                "%s The state of step %d is kept.".formatted(failure.getMessage(), saved), failure);
    }
}
