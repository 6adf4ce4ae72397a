package atelier.service.storage;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one plain sentence why a file could not be read or written, and what to do. */
public final class FileFailures {

    private FileFailures() {}

    /** For a file that could not be read. */
    public static AtelierException reading(Path file, IOException cause) {
        String why;
        if (cause instanceof NoSuchFileException || Files.notExists(file)) {
            why = "there is no such file; check its name and that its disk is connected";
        } else if (Files.isDirectory(file)) {
            why = "it is a folder; choose a file inside it";
        } else if (cause instanceof AccessDeniedException) {
            why = "you have no permission to read it; change its permissions or copy it elsewhere";
        } else {
            why = reason(cause) + "; check the disk it lies on";
        }
        return new AtelierException(file + " cannot be read: " + why + ".", cause);
    }

    /** For a file that could not be written, or made new, in its folder. */
    public static AtelierException writing(Path file, IOException cause) {
        return new AtelierException(
                file + " cannot be saved: " + whyNotWritten(file, cause) + ".", cause);
    }

    /**
     * For a folder that could not be made, or not written to.
     *
     * @param file what was to be made: the folder itself, or a file in it
     */
    static AtelierException preparing(Path folder, Path file, IOException cause) {
        return new AtelierException(
                "The folder %s cannot be used: %s.".formatted(folder, whyNotWritten(file, cause)),
                cause);
    }

    private static String whyNotWritten(Path file, IOException cause) {
        Path folder = file.toAbsolutePath().getParent();
        if (isFullDisk(cause)) {
            return "the disk is full; free some space and try again";
        } else if (folder != null && Files.notExists(folder)) {
            return "the folder " + folder + " does not exist; create it or choose another";
        } else if (folder != null && !Files.isDirectory(folder)) {
            return folder + " is a file and not a folder; choose a folder";
        } else if (isReadOnly(cause)) {
            return "its disk is read-only; choose a folder on another disk";
        } else if (cause instanceof AccessDeniedException) {
            return "you have no permission to write to "
                    + folder
                    + "; change its permissions or choose another folder";
        } else if (says(cause, "name too long")) {
            return "its name is too long; choose a shorter one";
        } else {
            return reason(cause) + "; check the disk or choose another folder";
        }
    }

    /** Whether a write failed because there is no room, on any of the systems we run on. */
    static boolean isFullDisk(IOException cause) {
        return says(cause, "no space left")
                || says(cause, "not enough space")
                || says(cause, "disk is full")
                || says(cause, "quota exceeded");
    }

    private static boolean isReadOnly(IOException cause) {
        return cause.getCause() instanceof ReadOnlyFileSystemException
                || says(cause, "read-only file system")
                || says(cause, "write-protected")
                || says(cause, "write protected");
    }

    private static boolean says(IOException cause, String words) {
        return reason(cause).toLowerCase(Locale.ROOT).contains(words);
    }

    private static String reason(IOException cause) {
        // The message of a file system's exception is the file's name where it has no reason.
        @Nullable String reason =
                cause instanceof FileSystemException failure
                        ? failure.getReason()
                        : cause.getMessage();
        return reason == null ? "the system reports " + cause.getClass().getSimpleName() : reason;
    }
}
