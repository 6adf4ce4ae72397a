package atelier.service.generation;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that images go to, made and tried before minutes of work depend on it. */
final class OutputFolder {

    private OutputFolder() {}

    /**
     * Makes the folder if it is not there.
     *
     * @throws AtelierException if it cannot be made or written to
     */
    static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".atelier", ".tmp"));
        } catch (FileAlreadyExistsException e) {
            throw new AtelierException(
                    folder + " is a file, but images need a folder: choose another with --out.", e);
        } catch (IOException e) {
            throw new AtelierException(
                    "The folder "
                            + folder
                            + " cannot be written to ("
                            + e.getMessage()
                            + "): choose another, or change its permissions.",
                    e);
        }
    }
}
