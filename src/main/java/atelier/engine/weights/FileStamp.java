package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What identifies a file's content without reading it.
 *
 * @param size in bytes
 * @param modified time of the last change, as finely as the file system keeps it
 * @param key the file system's own identity of the file, device and inode; empty where it has none
 */
public record FileStamp(long size, Instant modified, String key) {

    /**
     * The stamp that the file bears now.
     *
     * @throws AtelierException if there is no such file or it may not be read
     */
    public static FileStamp of(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Object key = now.fileKey();
            return new FileStamp(
                    now.size(),
                    now.lastModifiedTime().toInstant(),
                    key == null ? "" : key.toString());
        } catch (IOException e) {
            throw WeightFileErrors.reading(path, e);
        }
    }

    /** Whether that file is there and still has this stamp. */
    boolean matches(Path path) {
        return Files.exists(path) && of(path).equals(this);
    }

    /**
     * Checks that the file is still what it was.
     *
     * @throws AtelierException if its size, time or identity is another, or it is gone
     */
    public void requireUnchanged(Path path) {
        if (!of(path).equals(this)) {
            throw new AtelierException(
                    "The model "
                            + path
                            + " changed while in use: load it again, and leave its file alone meanwhile.");
        }
    }
}
