package atelier.service.training;

import atelier.engine.weights.SafetensorsFile;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of the model that is trained on.
 *
 * @param path where it lies
 * @param size in bytes
 * @param modified when it was changed last
 * @param sha256 of the whole file
 */
record ModelFile(Path path, long size, Instant modified, String sha256) {

    static ModelFile of(SafetensorsFile file, String sha256) {
        return new ModelFile(
                file.path().toAbsolutePath().normalize(),
                file.stamp().size(),
                file.stamp().modified(),
                sha256);
    }

    /** Its name without the folder. */
    String name() {
        return String.valueOf(path.getFileName());
    }
}
