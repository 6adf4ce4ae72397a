package atelier.service.training;

import atelier.engine.lora.AdapterSize;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.engine.weights.KeyMap;
import atelier.model.dataset.Framing;
import atelier.model.training.TrainingForecast;
import atelier.service.dataset.FramedPicture;
import atelier.service.training.forecast.Forecaster;
import atelier.service.training.forecast.PlannedRun;

/** Tells what a job will come to. */
final class JobForecast {

    private JobForecast() {}

    /** The forecast; on the lane. */
    static TrainingForecast of(
            TrainingJob job, Forecaster forecaster, Torch torch, ComputeDevice device) {
        boolean checkpointed =
                CheckpointingChoice.of(job, device, job.checkpoint().vae().reduction());
        DataOrder<Framing> order =
                new DataOrder<>(
                        job.pictures().stream().map(FramedPicture::framings).toList(),
                        job.repeats(),
                        job.plan().step().batchSize(),
                        job.plan().seed());
        return forecaster.forecast(
                new PlannedRun(
                        job.plan(),
                        job.checkpoint(),
                        job.pictures(),
                        checkpointed,
                        job.result(),
                        TrainingMetadata.describe(
                                job,
                                job.plan().steps(),
                                order.batchesPerEpoch(),
                                checkpointed,
                                device.type().label())),
                new AdapterSize(
                        job.plan().adapter().adapterFormat(),
                        AdapterFiles.type(job.plan()),
                        KeyMap.unet(job.checkpoint().unet())),
                torch,
                device);
    }
}
