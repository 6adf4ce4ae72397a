package atelier.engine.restoration;

import atelier.engine.upscale.Upscaler;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.RestorationResult;
import atelier.model.restoration.RestoredFace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Faces are found and restored in the image as it is, and pasted into the image made larger, so
 * that they keep what the restorer drew. Runs on the lane.
 */
final class NetworkRestorer implements ImageRestorer {

    private final String processor;
    private final @Nullable FaceStage faces;
    private final Upscaler upscaler;
    private final OpenNetworks networks;

    /**
     * @param faces null to leave faces alone
     * @param networks all that these use; closed with this
     */
    NetworkRestorer(
            String processor, @Nullable FaceStage faces, Upscaler upscaler, OpenNetworks networks) {
        this.processor = processor;
        this.faces = faces;
        this.upscaler = upscaler;
        this.networks = networks;
    }

    @Override
    public RestorationResult restore(
            Bitmap picture, FacesToLeave leave, CancelToken cancel, ProgressListener progress) {
        if (faces == null) {
            return new RestorationResult(upscaler.upscale(picture, cancel, progress), List.of());
        }
        List<FaceStage.Treated> treated = faces.treat(picture, leave, cancel, progress);
        Bitmap enlarged = upscaler.upscale(picture, cancel, progress);
        Bitmap restored = enlarged;
        if (treated.stream().anyMatch(face -> face.outcome() == FaceOutcome.RESTORED)) {
            int[] argb = enlarged.argb().clone();
            faces.paste(treated, argb, enlarged.width(), enlarged.height(), upscaler.factor());
            restored = new Bitmap(enlarged.width(), enlarged.height(), argb);
        }
        return new RestorationResult(restored, reports(faces, treated, picture, restored, cancel));
    }

    private List<RestoredFace> reports(
            FaceStage stage,
            List<FaceStage.Treated> treated,
            Bitmap before,
            Bitmap after,
            CancelToken cancel) {
        return treated.stream()
                .map(face -> stage.report(face, before, after, upscaler.factor(), cancel))
                .toList();
    }

    @Override
    public String processor() {
        return processor;
    }

    @Override
    public void close() {
        networks.close();
    }
}
