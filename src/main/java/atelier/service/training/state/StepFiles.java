package atelier.service.training.state;

import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of a folder that each belong to a step, {@code step-000500.safetensors}.
 *
 * @param folder where they lie; it need not be there
 */
public record StepFiles(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(StepFiles.class);
    private static final Pattern NAME = Pattern.compile("step-([0-9]{6,9})\\.safetensors");

    /** The file of a step, in a folder that is made if it is not there. */
    public Path of(long step) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
        return file(step, "safetensors");
    }

    /** Those that are there, by step. */
    public NavigableMap<Long, Path> found() {
        NavigableMap<Long, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.put(Long.parseLong(name.group(1)), file);
                }
            }
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
        return found;
    }

    /** Whether the user wants the file of a step kept, by a file {@code step-000500.pinned}. */
    public boolean isPinned(long step) {
        return Files.exists(file(step, "pinned"));
    }

    /**
     * Marks the file of a step to be kept.
     *
     * @throws atelier.model.AtelierException if the mark cannot be written
     */
    public void pin(long step) {
        AtomicFiles.replace(file(step, "pinned"), out -> {});
    }

    /**
     * Deletes a file that is no longer needed; one that cannot be deleted stays and harms nothing.
     */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", file, e);
        }
    }

    private Path file(long step, String ending) {
        return folder.resolve(String.format(Locale.ROOT, "step-%06d.%s", step, ending));
    }
}
