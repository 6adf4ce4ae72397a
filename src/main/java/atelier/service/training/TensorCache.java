package atelier.service.training;

import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.model.AtelierException;
import atelier.service.storage.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps computed tensors in a folder, under the hash of everything that they were computed from:
 * where any of it changes, the name changes and they are computed anew.
 */
final class TensorCache {

    private final Path folder;

    /**
     * @param folder must exist
     */
    TensorCache(Path folder) {
        this.folder = folder;
    }

    /**
     * Tensors from the folder, or computed and put there.
     *
     * @param inputs tells everything that the result depends on
     */
    Map<String, FloatTensor> get(String inputs, Supplier<Map<String, FloatTensor>> compute) {
        Path file = folder.resolve(Sha256.ofText(inputs) + ".safetensors");
        return sound(file).orElseGet(() -> put(file, compute.get()));
    }

    /** What the file holds; nothing where it is damaged, as it can be computed again. */
    private static Optional<Map<String, FloatTensor>> sound(Path file) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, FloatTensor> tensors = FloatTensorFile.read(file);
            return tensors.values().stream().allMatch(FloatTensor::isFinite)
                    ? Optional.of(tensors)
                    : Optional.empty();
        } catch (AtelierException e) {
            return Optional.empty();
        }
    }

    private static Map<String, FloatTensor> put(Path file, Map<String, FloatTensor> tensors) {
        FloatTensorFile.write(file, tensors);
        return tensors;
    }
}
