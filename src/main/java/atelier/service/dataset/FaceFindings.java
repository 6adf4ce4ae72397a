package atelier.service.dataset;

import atelier.model.dataset.Finding;
import atelier.model.dataset.PictureReport;
import atelier.model.dataset.SourceCrop;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import java.util.ArrayList;
import java.util.List;

/** Judges the faces of a picture that is trained on. */
final class FaceFindings {

    /** A latent's place is eight pixels wide; fewer than eight of them show no features. */
    private static final double LEAST_SIDE = 64;

    /** So much of a face is to be in the crop. */
    private static final double LEAST_KEPT = 0.9;

    /** A face of at least this part of the largest one's height is of like size. */
    private static final double LIKE = 0.6;

    private FaceFindings() {}

    /**
     * What there is to look at.
     *
     * @param faces in the picture's pixels, the largest first
     */
    static List<Finding> of(PictureReport picture, List<DetectedFace> faces) {
        if (faces.isEmpty()) {
            return List.of(new Finding.NoFace());
        }
        List<Finding> findings = new ArrayList<>();
        FaceBox largest = faces.getFirst().box();
        double side = largest.height() * picture.scale();
        if (side < LEAST_SIDE) {
            findings.add(new Finding.SmallFace((int) side));
        }
        double kept = kept(largest, picture);
        if (kept < LEAST_KEPT) {
            findings.add(new Finding.CutFace(kept));
        }
        int like =
                (int)
                        faces.stream()
                                .filter(face -> face.box().height() >= LIKE * largest.height())
                                .count();
        if (like > 1) {
            findings.add(new Finding.SeveralFaces(like));
        }
        return findings;
    }

    /** The share of what the picture shows of a face that is in the crop. */
    private static double kept(FaceBox face, PictureReport report) {
        SourceCrop crop = report.crop();
        double inPicture =
                face.common(new FaceBox(0, 0, report.picture().width(), report.picture().height()));
        double inCrop =
                face.common(new FaceBox(crop.left(), crop.top(), crop.width(), crop.height()));
        return inPicture == 0 ? 0 : inCrop / inPicture;
    }
}
