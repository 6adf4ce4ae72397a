package atelier.service.review.score;

import atelier.engine.face.FaceDetector;
import atelier.engine.face.FaceDetectors;
import atelier.engine.face.FaceIdentity;
import atelier.engine.onnx.OnnxRuntime;
import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faces by a detector and a network that tells them apart, loaded while they look. */
final class ModelFaces implements FaceFinder {

    private static final float[] NONE = {};

    /** Of a face of whom nobody can tell whose it is. */
    private static final float[] SOMEONE = {1};

    private final Accelerator accelerator;
    private final Path detector;
    private final @Nullable Path identity;

    /**
     * @param detector finds faces, as ONNX
     * @param identity tells them apart, as ONNX; null where there is none
     */
    ModelFaces(Accelerator accelerator, Path detector, @Nullable Path identity) {
        this.accelerator = accelerator;
        this.detector = detector;
        this.identity = identity;
    }

    @Override
    public boolean tellsApart() {
        return identity != null;
    }

    @Override
    public List<float[]> look(List<BufferedImage> pictures, CancelToken cancel) {
        return accelerator.call(
                DeviceChoice.AUTO,
                (torch, device) -> {
                    OnnxRuntime runtime = OnnxRuntime.of(torch.lane(), DeviceChoice.AUTO);
                    try (FaceDetector faces = FaceDetectors.open(runtime, detector);
                            FaceIdentity whose =
                                    identity == null
                                            ? null
                                            : FaceIdentity.open(runtime, identity)) {
                        List<float[]> seen = new ArrayList<>();
                        for (BufferedImage picture : pictures) {
                            cancel.check();
                            seen.add(look(picture, faces, whose, cancel));
                        }
                        return seen;
                    }
                });
    }

    private static float[] look(
            BufferedImage picture,
            FaceDetector faces,
            @Nullable FaceIdentity whose,
            CancelToken cancel) {
        Bitmap bitmap =
                new Bitmap(picture.getWidth(), picture.getHeight(), ModelLikeness.pixels(picture));
        List<DetectedFace> found = faces.detect(bitmap, cancel);
        if (found.isEmpty()) {
            return NONE;
        }
        return whose == null ? SOMEONE : whose.of(bitmap, found.getFirst().landmarks(), cancel);
    }
}
