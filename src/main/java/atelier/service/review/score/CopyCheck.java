package atelier.service.review.score;

import atelier.engine.score.Cosine;
import atelier.model.review.NearestPicture;
import java.nio.file.Path;
import java.util.List;

/**
 * The overfit alarm: an image that is nearer to a training picture than any two training pictures
 * are to each other may be a copy of it.
 */
final class CopyCheck {

    private final List<Path> files;
    private final List<float[]> training;
    private final double most;

    /**
     * @param files the training pictures, at least one
     * @param training what CLIP sees of them
     */
    CopyCheck(List<Path> files, List<float[]> training) {
        this.files = files;
        this.training = training;
        double nearest = 1;
        for (int i = 1; i < training.size(); i++) {
            for (int k = 0; k < i; k++) {
                double cosine = Cosine.of(training.get(i), training.get(k));
                nearest = i == 1 ? cosine : Math.max(nearest, cosine);
            }
        }
        this.most = nearest;
    }

    /** The training picture that an image is nearest to. */
    NearestPicture nearest(float[] image) {
        int best = 0;
        for (int i = 1; i < training.size(); i++) {
            if (Cosine.of(image, training.get(i)) > Cosine.of(image, training.get(best))) {
                best = i;
            }
        }
        return new NearestPicture(
                files.get(best).getFileName().toString(), Cosine.of(image, training.get(best)));
    }

    /** Whether an image with that nearest picture may be a copy. */
    boolean copies(NearestPicture nearest) {
        return nearest.cosine() > most;
    }
}
