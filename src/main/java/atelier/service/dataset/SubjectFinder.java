package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.SourceCrop;
import java.util.Optional;

/** Finds where in a picture its subject is. */
@FunctionalInterface
interface SubjectFinder {

    /**
     * The smallest part of the picture that holds the subject, in the picture's own pixels.
     *
     * @return empty where it cannot be told
     * @throws atelier.model.AtelierException if what tells it is faulty
     */
    Optional<SourceCrop> find(DatasetPicture picture);
}
