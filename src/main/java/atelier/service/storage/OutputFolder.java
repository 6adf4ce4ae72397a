package atelier.service.storage;

import atelier.engine.weights.AtomicFile;
import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that results go to, made and tried before minutes of work depend on it. */
public final class OutputFolder {

    private OutputFolder() {}

    /**
     * Makes a new folder for one of many runs: run-001, or the first number that is free.
     *
     * @throws AtelierException if it cannot be made or written to
     */
    public static Path next(Path out) {
        for (int number = 1; ; number++) {
            Path folder = out.resolve("run-%03d".formatted(number));
            if (Files.notExists(folder)) {
                prepare(folder);
                return folder;
            }
        }
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws AtelierException if it cannot be made or written to
     */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new AtelierException(
                    folder + " is a file, but a folder is needed: choose another with --out.", e);
        } catch (IOException e) {
            throw FileFailures.preparing(folder, folder, e);
        }
        try {
            AtomicFile.put(folder, nothing -> {}, partial -> partial);
        } catch (IOException e) {
            throw FileFailures.preparing(folder, folder.resolve("file"), e);
        }
    }
}
