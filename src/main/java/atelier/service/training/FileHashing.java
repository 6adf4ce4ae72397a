package atelier.service.training;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;

/** Computes the hash of a file, or knows it. */
@FunctionalInterface
public interface FileHashing {

    /**
     * SHA-256 of the whole file, in lower-case hexadecimal.
     *
     * @throws atelier.model.AtelierException if it cannot be read or the work is cancelled
     */
    String sha256(Path file, ProgressListener progress, CancelToken cancel);
}
