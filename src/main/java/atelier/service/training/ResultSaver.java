package atelier.service.training;

import atelier.model.job.ProgressListener;
import java.nio.file.Path;

/** Writes what a run trained, as it is. */
interface ResultSaver {

    /**
     * Writes an unfinished one as a file, replacing one of that name.
     *
     * @throws atelier.model.AtelierException if a number is not finite or too large for the type,
     *     or it cannot be written; the target stays as it was then
     */
    void checkpoint(Path file, ProgressListener progress);

    /** Writes the finished one to {@link TrainingJob#result}, in the same way. */
    void finish(ProgressListener progress);
}
