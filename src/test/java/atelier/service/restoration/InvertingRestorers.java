package atelier.service.restoration;

import atelier.engine.restoration.ImageRestorer;
import atelier.engine.restoration.ImageRestorers;
import atelier.engine.torch.Lane;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.IdentityChange;
import atelier.model.restoration.RestorationResult;
import atelier.model.restoration.RestorationSettings;
import atelier.model.restoration.RestoredFace;
import atelier.model.settings.DeviceChoice;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes pictures whose first pixel is red for faces and inverts their colours; leaves others as
 * they are. Makes larger by repeating pixels.
 */
public final class InvertingRestorers implements ImageRestorers {

    /** How alike the faces of the results are taken to be. */
    public static final double SIMILARITY = 0.3;

    private static final double SAME = 0.363;
    private static final FacePoint POINT = new FacePoint(1, 2);
    private static final FaceLandmarks MARKS = new FaceLandmarks(POINT, POINT, POINT, POINT, POINT);

    private final List<WeakReference<Bitmap>> seen = new ArrayList<>();
    private int opened;
    private int closed;

    /** How often networks were loaded. */
    public int opened() {
        return opened;
    }

    /** How often they were given back. */
    public int closed() {
        return closed;
    }

    /** How many pictures were restored. */
    public int restored() {
        return seen.size();
    }

    /** How many of the pictures seen are still in memory. */
    public long alive() {
        System.gc();
        return seen.stream().filter(one -> one.get() != null).count();
    }

    @Override
    public ImageRestorer open(Lane lane, DeviceChoice device, RestorationSettings settings) {
        lane.check();
        opened++;
        return new ImageRestorer() {
            @Override
            public RestorationResult restore(
                    Bitmap picture,
                    FacesToLeave leave,
                    CancelToken cancel,
                    ProgressListener progress) {
                lane.check();
                cancel.check();
                seen.add(new WeakReference<>(picture));
                progress.progressed(Progress.of("Finding faces", 0, 0, "face"));
                RestorationResult result = result(picture, settings);
                boolean leaves =
                        result.faces().stream()
                                .anyMatch(face -> !leave.among(List.of(face.face())).isEmpty());
                return leaves ? leftAlone(picture, result) : result;
            }

            @Override
            public String processor() {
                return "CPU";
            }

            @Override
            public void close() {
                lane.check();
                closed++;
            }
        };
    }

    private static RestorationResult leftAlone(Bitmap picture, RestorationResult restored) {
        return new RestorationResult(
                picture,
                restored.faces().stream()
                        .map(face -> new RestoredFace(face.face(), FaceOutcome.LEFT_ALONE, null))
                        .toList());
    }

    private static RestorationResult result(Bitmap picture, RestorationSettings settings) {
        boolean face = settings.faces() != null && (picture.argb()[0] & 0xffffff) == 0xff0000;
        int factor = settings.upscale().factor();
        if (!face && factor == 1) {
            return new RestorationResult(picture, List.of());
        }
        int width = picture.width() * factor;
        int height = picture.height() * factor;
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int pixel = picture.argb()[i / width / factor * picture.width() + i % width / factor];
            argb[i] = face ? pixel ^ 0xffffff : pixel;
        }
        return new RestorationResult(
                new Bitmap(width, height, argb),
                face
                        ? List.of(
                                new RestoredFace(
                                        new DetectedFace(new FaceBox(1, 2, 3, 4), MARKS, 0.9),
                                        FaceOutcome.RESTORED,
                                        new IdentityChange(SIMILARITY, SAME)))
                        : List.of());
    }
}
