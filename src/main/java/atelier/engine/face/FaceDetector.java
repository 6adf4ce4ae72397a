package atelier.engine.face;

import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import java.util.List;

/** Finds faces. Runs on the lane. */
public interface FaceDetector extends AutoCloseable {

    /**
     * Looks for faces of any size.
     *
     * @return in the picture's pixels, largest first
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    List<DetectedFace> detect(Bitmap picture, CancelToken cancel);

    @Override
    void close();
}
