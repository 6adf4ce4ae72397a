package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in plain words why a weight file could not be read or written. */
final class WeightFileErrors {

    private WeightFileErrors() {}

    static AtelierException reading(Path path, IOException cause) {
        return new AtelierException(
                path
                        + switch (cause) {
                            case NoSuchFileException gone -> " does not exist: check the path.";
                            case AccessDeniedException denied ->
                                    " may not be read: check its permissions.";
                            default ->
                                    " cannot be read ("
                                            + reason(cause)
                                            + "): check the drive or copy it again.";
                        },
                cause);
    }

    static AtelierException writing(Path path, IOException cause) {
        String reason = reason(cause);
        boolean full =
                reason.toLowerCase(Locale.ROOT)
                        .matches(".*(no space|not enough space|quota|disk full).*");
        return new AtelierException(
                path
                        + switch (cause) {
                            case IOException e when full ->
                                    " was not written because the disk is full: free some space and try again.";
                            case NoSuchFileException gone ->
                                    " was not written because its folder does not exist: create it first.";
                            case AccessDeniedException denied ->
                                    " was not written because its folder allows no writing: choose another folder.";
                            default ->
                                    " was not written ("
                                            + reason
                                            + "): choose another folder or check the drive.";
                        },
                cause);
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
