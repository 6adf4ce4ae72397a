package atelier.service.training;

import atelier.engine.sampler.NoiseSchedule;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.torch.Torch;
import atelier.engine.training.Trainer;
import atelier.model.dataset.DatasetPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.training.WatchSettings;
import atelier.service.dataset.FramedPicture;
import atelier.service.storage.PictureReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes everything that watches a run: probes, event files, previews, curves and the page. */
final class RunWatch {

    private final TrainingJob job;
    private final SdxlModel model;
    private final WatchSettings watching;
    private final @Nullable PreviewPainter painter;

    /**
     * Encodes the prompts of previews, while the text encoders are in memory.
     *
     * @param version Atelier's
     */
    RunWatch(TrainingJob job, Torch torch, SdxlModel model, String version) {
        this.job = job;
        this.model = model;
        this.watching = job.plan().watching();
        this.painter =
                watching.previewEvery() == 0
                        ? null
                        : new PreviewPainter(
                                torch,
                                model,
                                job.plan().textEncoders().trained(),
                                PreviewPrompt.of(
                                        watching.previewPrompts(),
                                        job.order().trigger(),
                                        job.pictures().stream()
                                                .filter(RunWatch::isOfSubject)
                                                .map(FramedPicture::picture)
                                                .map(DatasetPicture::caption)
                                                .toList()),
                                watching,
                                job.plan().pictures().resolution(),
                                new PreviewProvenance(
                                        job.checkpoint(),
                                        job.order().model().vae(),
                                        job.order().trigger(),
                                        model.type().label(),
                                        version));
    }

    private static boolean isOfSubject(FramedPicture framed) {
        return !framed.picture().subset().regularisation();
    }

    /**
     * The probes.
     *
     * @param prepared the job's pictures, in their order
     * @param heldBack the pictures that are not trained on
     */
    Probes probes(Trainer trainer, List<PreparedPicture> prepared, List<PreparedPicture> heldBack) {
        List<PreparedPicture> subject =
                IntStream.range(0, prepared.size())
                        .filter(i -> isOfSubject(job.pictures().get(i)))
                        .mapToObj(prepared::get)
                        .toList();
        return new Probes(
                probe(trainer, subject),
                heldBack.isEmpty() ? null : probe(trainer, heldBack),
                watching.probeEvery(),
                job.plan().steps());
    }

    private Probe probe(Trainer trainer, List<PreparedPicture> pictures) {
        return Probe.of(
                trainer,
                pictures,
                NoiseSchedule.of(model.scheduler()).trainSteps(),
                job.plan().seed());
    }

    /**
     * What hears of the run's steps, in the order in which it should.
     *
     * @param clock for the time of events
     * @param reader of previews, for the page
     */
    List<RunListener> listeners(
            Trainer trainer,
            Clock clock,
            PictureReader reader,
            ProgressListener progress,
            CancelToken cancel) {
        RunFolder folder = job.folder();
        TensorBoardEvents events = new TensorBoardEvents(folder.root(), clock);
        List<RunListener> listeners = new ArrayList<>();
        listeners.add(new BaselineFile(folder.baseline()));
        listeners.add(events);
        if (painter != null) {
            listeners.add(
                    new Previews(
                            painter,
                            trainer,
                            folder,
                            watching.previewEvery(),
                            job.plan().steps(),
                            events::drawn,
                            progress,
                            cancel));
        }
        List<PreviewPrompt> prompts = painter == null ? List.of() : painter.prompts();
        listeners.add(new RunPictures(job, new RunPage(job, prompts, reader), progress));
        return List.copyOf(listeners);
    }
}
