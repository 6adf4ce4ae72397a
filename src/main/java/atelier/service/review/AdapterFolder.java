package atelier.service.review;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The adapter files that a user means by a path. */
final class AdapterFolder {

    private static final String ENDING = ".safetensors";
    private static final String CHECKPOINTS = "checkpoints";

    private AdapterFolder() {}

    /**
     * A file itself; of a run's folder its checkpoints, of another the adapters in it.
     *
     * @throws AtelierException if there is none
     */
    static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        Path checkpoints = path.resolve(CHECKPOINTS);
        List<Path> files = inside(Files.isDirectory(checkpoints) ? checkpoints : path);
        if (files.isEmpty()) {
            throw new AtelierException(
                    "%s holds no adapter: name a folder with .safetensors files, such as a run's checkpoints."
                            .formatted(path));
        }
        return files;
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }
}
