package atelier.service.generation;

import atelier.model.AtelierException;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds images again by what they say that they were made for. */
final class SavedImages {

    private SavedImages() {}

    /**
     * Looks for an image.
     *
     * @param folder need not be there
     * @param stem first part of its name
     * @param origin what it was made for
     * @throws AtelierException if the folder cannot be read
     */
    static Optional<Path> find(Path folder, String stem, String origin) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(stem + "-"))
                    .filter(file -> origin.equals(originOf(file)))
                    .findFirst();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static String originOf(Path file) {
        try {
            return ImageSettingsReader.textsIn(file).getOrDefault(GeneratedImageWriter.ORIGIN, "");
        } catch (AtelierException _) {
            // Another's file that cannot be read is in nobody's way.
            return "";
        }
    }
}
