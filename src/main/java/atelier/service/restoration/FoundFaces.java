package atelier.service.restoration;

import atelier.engine.face.FaceDetector;
import atelier.engine.face.FaceDetectors;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.torch.Lane;
import atelier.model.dataset.DatasetPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.DetectedFace;
import atelier.model.settings.DeviceChoice;
import atelier.service.dataset.FaceLook;
import atelier.service.job.Accelerator;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds faces by the detector that is there, which is loaded while it looks. A picture of which the
 * faces are known is not looked at again.
 */
public final class FoundFaces implements FaceLook {

    private static final String STAGE = "Finding faces";

    /** Larger pictures are made smaller first, so that none takes long. */
    private static final int LONGEST = 1280;

    private final Accelerator accelerator;
    private final RestorationModels models;
    private final PictureReader reader;
    private final Map<Seen, List<DetectedFace>> known = new ConcurrentHashMap<>();

    /** A picture, by its hash, as a detector saw it. */
    private record Seen(Path detector, String picture) {}

    /** Finds them by those models. */
    public FoundFaces(Accelerator accelerator, RestorationModels models, PictureReader reader) {
        this.accelerator = accelerator;
        this.models = models;
        this.reader = reader;
    }

    @Override
    public boolean ready() {
        return models.detector().isPresent();
    }

    @Override
    public Optional<List<DetectedFace>> known(DatasetPicture picture) {
        return models.detector().map(detector -> known.get(seen(detector, picture)));
    }

    private static Seen seen(Path detector, DatasetPicture picture) {
        return new Seen(detector, picture.sha256());
    }

    @Override
    public Map<Path, List<DetectedFace>> of(
            List<DatasetPicture> pictures, ProgressListener progress, CancelToken cancel) {
        Optional<Path> detector = models.detector();
        if (detector.isEmpty()) {
            return Map.of();
        }
        List<DatasetPicture> unknown =
                pictures.stream()
                        .filter(one -> !known.containsKey(seen(detector.get(), one)))
                        .toList();
        if (!unknown.isEmpty()) {
            accelerator.onLane(lane -> {
                look(lane, detector.get(), unknown, progress, cancel);
                return true;
            });
        }
        Map<Path, List<DetectedFace>> found = new HashMap<>();
        for (DatasetPicture picture : pictures) {
            List<DetectedFace> faces = known.get(seen(detector.get(), picture));
            if (faces != null) {
                found.put(picture.file(), faces);
            }
        }
        return found;
    }

    private void look(
            Lane lane,
            Path detector,
            List<DatasetPicture> pictures,
            ProgressListener progress,
            CancelToken cancel) {
        try (FaceDetector network =
                FaceDetectors.open(OnnxRuntime.of(lane, DeviceChoice.AUTO), detector)) {
            for (int i = 0; i < pictures.size(); i++) {
                cancel.check();
                progress.progressed(Progress.of(STAGE, i, pictures.size(), "picture"));
                DatasetPicture picture = pictures.get(i);
                known.put(seen(detector, picture), faces(network, picture, cancel));
            }
            progress.progressed(Progress.of(STAGE, pictures.size(), pictures.size(), "picture"));
        }
    }

    private List<DetectedFace> faces(
            FaceDetector network, DatasetPicture picture, CancelToken cancel) {
        BufferedImage small =
                PictureScaler.reduced(
                        reader.read(picture.file(), picture.background(), cancel).picture(),
                        LONGEST);
        double across = (double) picture.width() / small.getWidth();
        double down = (double) picture.height() / small.getHeight();
        return network.detect(Bitmaps.of(small), cancel).stream()
                .map(face -> face.scaled(across, down))
                .toList();
    }
}
