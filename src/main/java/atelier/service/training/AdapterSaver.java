package atelier.service.training;

import atelier.engine.lora.AdapterWriter;
import atelier.engine.lora.OutputCheck;
import atelier.engine.training.LoraTrainer;
import atelier.engine.weights.KeyMap;
import atelier.model.adapter.AdapterDescription;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.function.LongFunction;

/** Writes the adapter of a run as it is. */
final class AdapterSaver implements ResultSaver {

    private final TrainingJob job;
    private final LoraTrainer trainer;
    private final LongFunction<AdapterDescription> description;

    /**
     * @param description of the adapter after that many steps
     */
    AdapterSaver(
            TrainingJob job, LoraTrainer trainer, LongFunction<AdapterDescription> description) {
        this.job = job;
        this.trainer = trainer;
        this.description = description;
    }

    @Override
    public void checkpoint(Path file, ProgressListener progress) {
        KeyMap names = KeyMap.unet(job.checkpoint().unet());
        try (OutputCheck outputs = trainer.outputCheck(names)) {
            new AdapterWriter(
                            job.plan().adapter().adapterFormat(),
                            AdapterFiles.type(job.plan()),
                            names,
                            outputs)
                    .write(
                            file,
                            trainer.trained(),
                            description.apply(trainer.done()),
                            progress,
                            new CancelToken());
        }
    }

    @Override
    public void finish(ProgressListener progress) {
        checkpoint(job.result(), progress);
    }
}
