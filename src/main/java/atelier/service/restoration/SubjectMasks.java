package atelier.service.restoration;

import atelier.engine.mask.SubjectMatting;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.torch.Lane;
import atelier.model.dataset.DatasetPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.service.dataset.MaskMaker;
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
public final class SubjectMasks implements MaskMaker {

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

    @Override
    public boolean ready() {
        return models.matting().isPresent();
    }

    @Override
    public int write(
            List<DatasetPicture> pictures,
            Path folder,
            ProgressListener progress,
            CancelToken cancel) {
        Path network = models.matting().orElseThrow(MaskMaker::noNetwork);
        OutputFolder.prepare(folder);
        Map<Path, DatasetPicture> missing = new LinkedHashMap<>();
        for (DatasetPicture picture : pictures) {
            Path file = MaskMaker.file(folder, picture.file());
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
