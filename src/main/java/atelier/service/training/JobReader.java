package atelier.service.training;

import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.CheckpointOptions;
import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.DatasetScanner;
import atelier.service.dataset.FaceLook;
import atelier.service.dataset.FramedDataset;
import atelier.service.dataset.SubjectCrops;
import atelier.service.storage.FormatJson;
import atelier.service.storage.PictureReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes jobs of orders and of runs that were begun, each checked whole. */
final class JobReader {

    private final TokenizerFiles tokenizers;
    private final PictureReader pictures;
    private final FaceLook faces;
    private final BaseModel models;

    JobReader(TokenizerFiles tokenizers, PictureReader pictures, FaceLook faces, BaseModel models) {
        this.faces = faces;
        this.tokenizers = tokenizers;
        this.pictures = pictures;
        this.models = models;
    }

    /**
     * The job of an order, without the hashes of its model.
     *
     * @throws AtelierException if a setting, the model or the pictures do not allow it
     */
    TrainingJob begin(
            TrainingOrder order, RunFolder folder, ProgressListener progress, CancelToken cancel) {
        Checkpoint checkpoint = open(order);
        Dataset dataset = scan(order, folder, progress, cancel);
        return job(
                order,
                folder,
                checkpoint,
                dataset,
                plan(TrainingData.sets(order, dataset), dataset, checkpoint),
                null,
                progress,
                cancel);
    }

    /** The same job with the hashes of its model, which take a while. */
    TrainingJob withModel(TrainingJob job, ProgressListener progress, CancelToken cancel) {
        return job.of(models.files(job.checkpoint(), progress, cancel));
    }

    /**
     * The job of a run that was begun.
     *
     * @param device where to compute; AUTO is the one that it was computed on last
     * @throws AtelierException if the run is finished, of a newer version or damaged, or the model
     *     or a picture is no longer what it was
     */
    TrainingJob resume(
            RunFolder folder, DeviceChoice device, ProgressListener progress, CancelToken cancel) {
        PlanFile planned = PlanFile.read(folder.plan());
        RunFile run = FormatJson.read(folder.run(), RunFile.class, RunFile.FORMAT);
        requireUnfinished(folder, planned);
        TrainingOrder order = planned.order(run, folder.root(), device);
        Checkpoint checkpoint = open(order);
        List<ModelFile> model = models.same(checkpoint, planned, run, progress, cancel);
        Dataset dataset = scan(order, folder, progress, cancel);
        TrainingJob job =
                job(
                        order,
                        folder,
                        checkpoint,
                        dataset,
                        plan(planned.sets(), dataset, checkpoint),
                        run,
                        progress,
                        cancel);
        PlannedPicture.requireSame(planned, job);
        return job.of(model);
    }

    private static void requireUnfinished(RunFolder folder, PlanFile planned) {
        for (Path result :
                List.of(folder.adapter(planned.trigger()), folder.model(planned.trigger()))) {
            if (Files.exists(result)) {
                throw new AtelierException(
                        "The run in %s is finished, its adapter is %s: there is nothing to go on with."
                                .formatted(folder.root(), result.getFileName()));
            }
        }
    }

    private static Checkpoint open(TrainingOrder order) {
        return Checkpoint.open(order.model().path(), CheckpointOptions.of(order.model()));
    }

    private Dataset scan(
            TrainingOrder order, RunFolder folder, ProgressListener progress, CancelToken cancel) {
        return new DatasetScanner(pictures)
                .scan(TrainingData.order(order, folder), progress, cancel);
    }

    private static TrainingPlan plan(
            Map<String, String> sets, Dataset dataset, Checkpoint checkpoint) {
        return PlanReader.read(
                sets,
                dataset.ofSubject().size(),
                checkpoint.sampleSize() * checkpoint.vae().reduction());
    }

    private TrainingJob job(
            TrainingOrder order,
            RunFolder folder,
            Checkpoint checkpoint,
            Dataset dataset,
            TrainingPlan plan,
            @Nullable RunFile earlier,
            ProgressListener progress,
            CancelToken cancel) {
        boolean allowFew = order.options().allowFew();
        FramedDataset framed =
                FramedDataset.of(dataset, TrainingData.framing(order, plan), allowFew);
        if (plan.pictures().subjectCrop()) {
            framed = new SubjectCrops(pictures, faces).of(framed, progress, cancel);
        }
        framed.notes().forEach(progress::noticed);
        HeldBack divided =
                HeldBack.of(
                        framed.pictures(),
                        plan.watching().validationPictures(),
                        plan.seed(),
                        allowFew);
        return new TrainingJob(
                order,
                plan,
                folder,
                checkpoint,
                List.of(),
                tokenizers.open(order.model().path()),
                divided.trained(),
                divided.heldBack(),
                framed.leftOut(),
                earlier);
    }
}
