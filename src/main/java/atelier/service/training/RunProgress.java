package atelier.service.training;

import atelier.engine.torch.ComputeDevice;
import atelier.engine.training.Trainer;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.TrainingResult;
import atelier.service.storage.FormatJson;
import atelier.service.storage.Sha256;
import atelier.service.training.state.RunStates;
import atelier.service.training.state.SavedState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run writes into its folder as it begins or is gone on with, goes, and ends. Runs on the
 * lane.
 */
final class RunProgress {

    private final TrainingJob job;
    private final RunFolder folder;
    private final RunHost host;
    private final ComputeDevice device;
    private final Trainer trainer;
    private final ResultSaver results;
    private final boolean checkpointed;

    /**
     * @param trainer that nothing was done with yet
     * @param checkpointed whether parts of the UNet are computed again on the way back, to keep
     *     less
     */
    RunProgress(
            TrainingJob job,
            RunHost host,
            ComputeDevice device,
            Trainer trainer,
            ResultSaver results,
            boolean checkpointed) {
        this.job = job;
        this.folder = job.folder();
        this.host = host;
        this.device = device;
        this.trainer = trainer;
        this.results = results;
        this.checkpointed = checkpointed;
    }

    /** Trains to its end, from the first step or from where the run was saved. */
    void train(
            TrainingBatches batches,
            Probes probes,
            List<RunListener> watching,
            ProgressListener progress,
            CancelToken cancel) {
        try {
            RunFile earlier = job.earlier();
            if (earlier == null) {
                begin();
            }
            RunStates states =
                    new RunStates(folder.states(), folder.plan(), Sha256.ofFile(folder.plan()));
            StepReport unreported = earlier == null ? null : goOn(earlier, states, progress);
            Retention retention =
                    new Retention(folder.checkpoints(), job.plan().saving(), job.plan().steps());
            // A step that not everybody has heard of is told of again.
            long told = unreported == null ? trainer.done() : trainer.done() - 1;
            MetricsFile metrics = MetricsFile.resume(folder.metrics(), told);
            MetricsHistory.forEach(folder.metrics(), retention::stepped);
            CheckpointSaver saver =
                    new CheckpointSaver(
                            folder,
                            trainer,
                            file -> results.checkpoint(file, ProgressListener.NONE),
                            states,
                            retention,
                            host.space());
            List<RunListener> listeners =
                    Stream.concat(Stream.of(metrics), watching.stream()).toList();
            new TrainingRun(
                            job,
                            trainer,
                            batches,
                            probes,
                            listeners,
                            saver,
                            host.requests(),
                            unreported)
                    .run(progress, cancel);
        } finally {
            if (trainer.done() == 0 && job.earlier() == null) {
                folder.release();
            }
        }
    }

    private void begin() {
        trainer.initialize(job.plan().seed());
        FormatJson.write(folder.run(), RunFile.begin(job.order(), job.model(), session()));
        // The last one to be written: where it lies, a run can be gone on with.
        FormatJson.write(folder.plan(), PlanFile.of(job));
    }

    /** Sets the trainer to where the run is. */
    private @Nullable StepReport goOn(
            RunFile earlier, RunStates states, ProgressListener progress) {
        SavedState state = states.newest(progress::noticed).orElse(null);
        if (state == null) {
            trainer.initialize(job.plan().seed());
            progress.noticed("Nothing of the run was saved yet, so it begins again.");
        } else {
            trainer.restore(state.trainer());
            progress.noticed("The run goes on after step %d.".formatted(trainer.done()));
        }
        FormatJson.write(folder.run(), earlier.with(session()));
        return state == null ? null : StepReport.ofText(state.unreported());
    }

    private RunFile.Session session() {
        return RunFile.Session.begin(host, trainer.done(), device, checkpointed);
    }

    /** Writes the finished adapter, and tells of the run. */
    TrainingResult finish(ProgressListener progress) {
        long done = trainer.done();
        MetricsHistory.Losses losses = MetricsHistory.losses(folder.metrics(), done);
        results.finish(progress);
        return new TrainingResult(
                job.result(),
                job.plan(),
                done,
                job.pictures().size(),
                losses.first(),
                losses.last(),
                job.leftOut());
    }
}
