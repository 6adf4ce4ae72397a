package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Finding;
import atelier.model.dataset.Framing;
import atelier.model.dataset.PictureMeasures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges pictures: what about each its owner should look at. */
final class Findings {

    /**
     * Below it nothing is sharp. The scenes of the tests have 40 to 300; under a Gaussian blur with
     * a standard deviation of two pixels, measured at 512, they have less than 10.
     */
    static final double LEAST_SHARPNESS = 20;

    /**
     * In how many of 64 signs near copies may differ. In the tests, copies that were rescaled and
     * recompressed differ in 4 at most, and those cropped by two hundredths a side in 10; of 1770
     * pairs of different scenes none differs in less than 18, half of them in 32 or more.
     */
    static final int MOST_DISTANCE = 10;

    private static final double MOST_CLIPPED = 0.4;
    private static final double LEAST_CONTRAST = 0.25;
    private static final double LEAST_KEPT = 0.7;
    private static final double MOST_TRANSPARENT = 0.01;

    private Findings() {}

    /**
     * What is to be said of a picture, worst first.
     *
     * @param before pictures before it, of which it may be a near copy
     */
    static List<Finding> of(FramedPicture framed, List<DatasetPicture> before) {
        DatasetPicture picture = framed.picture();
        Framing framing = framed.framing();
        List<Finding> findings = new ArrayList<>();
        PictureMeasures measures = picture.measures();
        Finding copy = nearCopy(picture, before);
        if (copy != null) {
            findings.add(copy);
        }
        double scale = scale(picture, framing);
        if (scale > 1) {
            findings.add(new Finding.TooSmall(Math.min(picture.width(), picture.height()), scale));
        }
        if (measures.sharpness() < LEAST_SHARPNESS) {
            findings.add(new Finding.Blurred(measures.sharpness()));
        }
        if (picture.captionFile() == null
                && picture.subset().captions().fallback().isEmpty()
                && !picture.subset().regularisation()) {
            findings.add(new Finding.NoCaption());
        }
        if (measures.shadows() > MOST_CLIPPED) {
            findings.add(new Finding.ClippedShadows(measures.shadows()));
        }
        if (measures.highlights() > MOST_CLIPPED && measures.transparent() <= MOST_TRANSPARENT) {
            findings.add(new Finding.ClippedHighlights(measures.highlights()));
        }
        if (measures.contrast() < LEAST_CONTRAST) {
            findings.add(new Finding.LowContrast(measures.contrast()));
        }
        if (framed.subject() == null && framing.kept() < LEAST_KEPT) {
            findings.add(new Finding.MuchCropped(framing.kept()));
        }
        if (measures.transparent() > MOST_TRANSPARENT) {
            findings.add(new Finding.Transparent(measures.transparent()));
        }
        return findings;
    }

    /** By which a picture is resized. */
    static double scale(DatasetPicture picture, Framing framing) {
        return Math.min(
                (double) framing.resizedWidth() / picture.width(),
                (double) framing.resizedHeight() / picture.height());
    }

    private static @Nullable Finding nearCopy(DatasetPicture picture, List<DatasetPicture> before) {
        DatasetPicture nearest = null;
        int least = MOST_DISTANCE + 1;
        for (DatasetPicture other : before) {
            int distance = picture.measures().distance(other.measures());
            if (distance < least && !other.file().equals(picture.file())) {
                nearest = other;
                least = distance;
            }
        }
        return nearest == null ? null : new Finding.NearCopy(nearest.file(), least);
    }
}
