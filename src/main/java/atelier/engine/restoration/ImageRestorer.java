package atelier.engine.restoration;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.RestorationResult;

/** Restores images one by one; its networks stay loaded between them. Runs on the lane. */
public interface ImageRestorer extends AutoCloseable {

    /** The same with every face. */
    default RestorationResult restore(
            Bitmap picture, CancelToken cancel, ProgressListener progress) {
        return restore(picture, FacesToLeave.NONE, cancel, progress);
    }

    /**
     * Restores one image: finds its faces, restores and pastes them, and makes it larger, as far as
     * the settings ask for it. Pixels that no face's soft mask covers are those of the image, or of
     * the image made larger.
     *
     * @param leave faces that are left alone
     * @param progress hears of each face and of each part that is made larger
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     * @throws atelier.model.AtelierException if a network fails
     */
    RestorationResult restore(
            Bitmap picture, FacesToLeave leave, CancelToken cancel, ProgressListener progress);

    /**
     * What the networks run on, as shown to the user: {@code CPU}, {@code CUDA}, {@code CoreML}.
     */
    String processor();

    @Override
    void close();
}
