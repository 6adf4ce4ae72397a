package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.DetectedFace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds faces in the pictures of a dataset. */
public interface FaceLook {

    /** Where there is nothing that finds them. */
    FaceLook NONE =
            new FaceLook() {
                @Override
                public boolean ready() {
                    return false;
                }

                @Override
                public Optional<List<DetectedFace>> known(DatasetPicture picture) {
                    return Optional.empty();
                }

                @Override
                public Map<Path, List<DetectedFace>> of(
                        List<DatasetPicture> pictures,
                        ProgressListener progress,
                        CancelToken cancel) {
                    return Map.of();
                }
            };

    /** Whether there is a network that finds them. */
    boolean ready();

    /** What was found in a picture before, without looking again; empty where nobody looked. */
    Optional<List<DetectedFace>> known(DatasetPicture picture);

    /**
     * Looks for faces.
     *
     * @return for each picture, by its file, those that were found, in its own pixels, the largest
     *     first; a picture that nobody looked at is missing
     * @throws atelier.model.AtelierException if a picture or the network cannot be read
     */
    Map<Path, List<DetectedFace>> of(
            List<DatasetPicture> pictures, ProgressListener progress, CancelToken cancel);
}
