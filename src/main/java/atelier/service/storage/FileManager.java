package atelier.service.storage;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens the system's file manager. */
public final class FileManager {

    private FileManager() {}

    /**
     * Shows where a file or a folder lies.
     *
     * @throws AtelierException if it is not there, or the system has no file manager
     */
    public static void show(Path file) {
        Path there = file.toAbsolutePath().normalize();
        if (Files.notExists(there)) {
            throw new AtelierException(
                    "%s is not there any more: check the library's health.".formatted(there));
        }
        try {
            new ProcessBuilder(command(System.getProperty("os.name"), there))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new AtelierException(
                    "No file manager could be opened: look for %s yourself.".formatted(there), e);
        }
    }

    /**
     * What opens it.
     *
     * @param system name of the operating system
     * @param file an absolute path
     */
    static List<String> command(String system, Path file) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("explorer.exe", "/select," + file);
        } else if (name.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        Path parent = file.getParent();
        return List.of(
                "xdg-open",
                Files.isDirectory(file) || parent == null ? file.toString() : parent.toString());
    }
}
