package atelier.service.restoration;

import atelier.engine.mask.SubjectMatting;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.dataset.caption.Captions;
import atelier.service.job.Accelerator;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes masks of pictures: grey pictures of their size, white where the subject is, which training
 * weighs the loss by and cuts pictures around.
 */
public final class SubjectMasks {

    private static final String STAGE = "Cutting out subjects";

    private final Accelerator accelerator;
    private final RestorationModels models;
    private final PictureReader reader;

    /** Cuts out subjects by the matting network of those models. */
    public SubjectMasks(Accelerator accelerator, RestorationModels models, PictureReader reader) {
        this.accelerator = accelerator;
        this.models = models;
        this.reader = reader;
    }

    /**
     * Writes a mask for each picture that has none in the folder yet; masks that are there stay, as
     * somebody may have painted them.
     *
     * @param folder made if need be; the masks are called like the pictures
     * @return how many were written
     * @throws AtelierException if there is no matting network, it cannot be read, or a mask cannot
     *     be written; masks written before stay
     */
    public int write(
            List<DatasetPicture> pictures,
            Path folder,
            ProgressListener progress,
            CancelToken cancel) {
        Path network =
                models.matting()
                        .orElseThrow(() ->
                                new AtelierException(
                                        "There is no network that cuts out subjects: fetch MODNet from the catalog of models."));
        OutputFolder.prepare(folder);
        Map<Path, DatasetPicture> missing = new LinkedHashMap<>();
        for (DatasetPicture picture : pictures) {
            Path stem = Captions.stem(picture.file()).getFileName();
            Path file = folder.resolve(stem + ".png");
            if (Files.notExists(file)) {
                missing.putIfAbsent(file, picture);
            }
        }
        if (!missing.isEmpty()) {
            accelerator.onLane(lane -> {
                write(lane, network, missing, progress, cancel);
                return true;
            });
        }
        return missing.size();
    }

    private void write(
            Lane lane,
            Path network,
            Map<Path, DatasetPicture> missing,
            ProgressListener progress,
            CancelToken cancel) {
        try (SubjectMatting matting =
                SubjectMatting.open(OnnxRuntime.of(lane, DeviceChoice.AUTO), network)) {
            int done = 0;
            for (Map.Entry<Path, DatasetPicture> one : missing.entrySet()) {
                cancel.check();
                progress.progressed(Progress.of(STAGE, done++, missing.size(), "picture"));
                DatasetPicture picture = one.getValue();
                BufferedImage mask =
                        Bitmaps.image(
                                matting.matte(
                                        Bitmaps.of(
                                                reader.read(
                                                                picture.file(),
                                                                picture.background(),
                                                                cancel)
                                                        .picture()),
                                        cancel));
                AtomicFiles.replace(one.getKey(), out -> PngWriter.write(mask, List.of(), out));
            }
            progress.progressed(Progress.of(STAGE, done, missing.size(), "picture"));
        }
    }
}
