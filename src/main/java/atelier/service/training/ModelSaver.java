package atelier.service.training;

import atelier.engine.training.FullTrainer;
import atelier.engine.weights.CheckpointLayout;
import atelier.engine.weights.RetrainedModel;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;

/** Writes the whole model of a run: checkpoints as single files, the result as the base lies. */
final class ModelSaver implements ResultSaver {

    private final TrainingJob job;
    private final FullTrainer trainer;

    ModelSaver(TrainingJob job, FullTrainer trainer) {
        this.job = job;
        this.trainer = trainer;
    }

    @Override
    public void checkpoint(Path file, ProgressListener progress) {
        write(file, CheckpointLayout.SINGLE_FILE, progress);
    }

    @Override
    public void finish(ProgressListener progress) {
        write(job.result(), job.checkpoint().layout(), progress);
    }

    private void write(Path target, CheckpointLayout layout, ProgressListener progress) {
        new RetrainedModel(job.checkpoint(), AdapterFiles.type(job.plan()), trainer::read)
                .write(target, layout, progress, new CancelToken());
    }
}
