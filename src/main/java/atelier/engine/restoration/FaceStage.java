package atelier.engine.restoration;

import atelier.engine.face.FaceAlignment;
import atelier.engine.face.FaceDetector;
import atelier.engine.face.FaceIdentity;
import atelier.engine.face.FacePaste;
import atelier.engine.face.FaceRestorer;
import atelier.engine.face.RestoredSquare;
import atelier.engine.score.Cosine;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.IdentityChange;
import atelier.model.restoration.RestoredFace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Restores the faces of an image. Runs on the lane.
 *
 * @param identity null to not compare faces
 * @param strength how much of a restored face is blended in, from 0 to 1
 * @param onlyBelow faces as high as this are left alone; 0 for none
 */
record FaceStage(
        FaceDetector detector,
        FaceRestorer restorer,
        @Nullable FaceIdentity identity,
        double strength,
        int onlyBelow) {

    /** What GFPGAN leaves out, too. */
    private static final double LEAST_EYE_DISTANCE = 5;

    /** A face is shrunk to this part of its size at most. */
    private static final double MOST_SHRUNK = 0.25;

    /**
     * A face and what is to become of it.
     *
     * @param square its new pixels; null where it is left alone
     */
    record Treated(DetectedFace face, FaceOutcome outcome, @Nullable RestoredSquare square) {}

    /**
     * Finds and restores the faces of an image, largest first; the image stays as it is.
     *
     * @param leave faces that are left alone
     */
    List<Treated> treat(
            Bitmap picture, FacesToLeave leave, CancelToken cancel, ProgressListener progress) {
        progress.progressed(Progress.of("Finding faces", 0, 1, "picture"));
        List<DetectedFace> found = detector.detect(picture, cancel);
        List<DetectedFace> left = leave.among(found);
        List<Treated> treated = new ArrayList<>();
        for (DetectedFace face : found) {
            progress.progressed(
                    Progress.of("Restoring faces", treated.size(), found.size(), "face"));
            treated.add(
                    left.contains(face)
                            ? new Treated(face, FaceOutcome.LEFT_ALONE, null)
                            : treat(picture, face, cancel));
        }
        return treated;
    }

    private Treated treat(Bitmap picture, DetectedFace face, CancelToken cancel) {
        if (face.landmarks().eyeDistance() < LEAST_EYE_DISTANCE) {
            return new Treated(face, FaceOutcome.TOO_SMALL, null);
        }
        if (onlyBelow > 0 && face.box().height() >= onlyBelow) {
            return new Treated(face, FaceOutcome.LARGE_ENOUGH, null);
        }
        FaceAlignment alignment =
                FaceAlignment.of(face.landmarks(), restorer.template(), restorer.side());
        if (alignment.toSquare().scale() < MOST_SHRUNK) {
            return new Treated(face, FaceOutcome.TOO_LARGE, null);
        }
        return new Treated(
                face,
                FaceOutcome.RESTORED,
                RestoredSquare.of(picture, face.landmarks(), restorer, cancel));
    }

    /**
     * Pastes the restored faces into an image.
     *
     * @param argb its pixels, which are changed
     * @param factor how many times as wide and high it is as that which the faces were found in
     */
    void paste(List<Treated> faces, int[] argb, int width, int height, int factor) {
        FacePaste paste = new FacePaste(argb, width, height);
        for (Treated face : faces) {
            RestoredSquare square = face.square();
            if (square != null) {
                square.paste(paste, factor, strength);
            }
        }
    }

    /** What is told of a face. */
    RestoredFace report(
            Treated treated, Bitmap before, Bitmap after, int factor, CancelToken cancel) {
        FaceLandmarks marks = treated.face().landmarks();
        if (identity == null || treated.square() == null) {
            return new RestoredFace(treated.face(), treated.outcome(), null);
        }
        double similarity =
                Cosine.of(
                        identity.of(before, marks, cancel),
                        identity.of(after, enlarged(marks, factor), cancel));
        return new RestoredFace(
                treated.face(),
                treated.outcome(),
                new IdentityChange(similarity, identity.samePerson()));
    }

    private static FaceLandmarks enlarged(FaceLandmarks marks, int factor) {
        return FaceLandmarks.of(
                marks.points().stream()
                        .map(point ->
                                new FacePoint(
                                        (point.x() + 0.5) * factor - 0.5,
                                        (point.y() + 0.5) * factor - 0.5))
                        .toList());
    }
}
