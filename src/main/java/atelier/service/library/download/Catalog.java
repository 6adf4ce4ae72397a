package atelier.service.library.download;

import atelier.model.AtelierException;
import atelier.model.library.CatalogEntry;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The models that can be fetched: one JSON file for each in a folder. */
public final class Catalog {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Catalog() {}

    /**
     * Reads every entry, in the order of the files' names.
     *
     * @throws AtelierException if the folder or a file in it cannot be read, or says what it may
     *     not
     */
    public static List<CatalogEntry> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Catalog::entry)
                    .toList();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static CatalogEntry entry(Path file) {
        @Nullable CatalogEntry entry;
        try {
            entry = JSON.readValue(Files.readAllBytes(file), CatalogEntry.class);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        } catch (JacksonException e) {
            throw new AtelierException(
                    "%s is no entry of the catalog of models: correct or remove it."
                            .formatted(file),
                    e);
        }
        if (entry == null || !isSound(entry)) {
            throw new AtelierException(
                    "%s must have an address that begins with https, a plain file name, a size, a SHA-256 and a licence: correct or remove it."
                            .formatted(file));
        }
        return entry;
    }

    private static boolean isSound(CatalogEntry entry) {
        return entry.url().startsWith("https://")
                && entry.sha256().matches("[0-9a-f]{64}")
                && entry.bytes() > 0
                && entry.file().matches("[\\w-][\\w.-]*")
                && !entry.licence().name().isBlank()
                && !entry.licence().text().isBlank();
    }
}
