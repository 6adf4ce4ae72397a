package atelier.service.library;

import atelier.engine.lora.AdapterFile;
import atelier.engine.weights.CheckpointInspector;
import atelier.engine.weights.CheckpointOptions;
import atelier.engine.weights.ContentHashes;
import atelier.engine.weights.FileDetector;
import atelier.model.adapter.AdapterInfo;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.FileHashes;
import atelier.model.library.FileKind;
import atelier.model.library.ModelInspection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says what a weight file or folder is, from its header and configurations alone. */
public final class InspectionService {

    private final ContentHashes hashes;
    private final CheckpointInspector models;

    /**
     * @param hashes those of weight files, computed once and kept
     */
    public InspectionService(ContentHashes hashes) {
        this.hashes = hashes;
        this.models = new CheckpointInspector(hashes);
    }

    /** What was found. */
    public sealed interface Finding {

        /**
         * A model, a VAE, a text encoder, or something that is none of them.
         *
         * @param inspection what is known of it
         */
        record OfModel(ModelInspection inspection) implements Finding {}

        /**
         * An adapter.
         *
         * @param info what it says of itself
         */
        record OfAdapter(AdapterInfo info) implements Finding {}
    }

    /**
     * Inspects a file or folder.
     *
     * @param choice which one, and what its files do not say
     * @throws atelier.model.AtelierException if it cannot be read
     */
    public Finding inspect(ModelChoice choice) {
        return FileDetector.detect(choice.path()).kind() == FileKind.ADAPTER
                ? new Finding.OfAdapter(AdapterFile.open(choice.path()).info())
                : new Finding.OfModel(models.inspect(choice.path(), CheckpointOptions.of(choice)));
    }

    /** The hashes of a file, if they are known already; a folder has none. */
    public Optional<FileHashes> knownHashes(Path path) {
        return Files.isDirectory(path) ? Optional.empty() : hashes.known(path);
    }

    /**
     * The hashes of a file, computed unless they are known; a folder has none.
     *
     * @throws atelier.model.AtelierException if the file cannot be read or the work is cancelled
     */
    public Optional<FileHashes> hashes(Path path, ProgressListener progress, CancelToken cancel) {
        return Files.isDirectory(path)
                ? Optional.empty()
                : Optional.of(hashes.compute(path, progress, cancel));
    }
}
