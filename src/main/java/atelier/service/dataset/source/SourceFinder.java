package atelier.service.dataset.source;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Finds out what a source of pictures is, and lists what it holds. */
public final class SourceFinder {

    private SourceFinder() {}

    /**
     * Lists a source.
     *
     * @param source a folder, a zip, or a dataset configuration of sd-scripts
     * @param recursive whether folders in it are looked through; those of a zip always are
     * @param unpackTo folder for the content of a zip, not there yet or empty
     * @throws AtelierException if it is none of them or cannot be read
     */
    public static Listing find(
            Path source,
            boolean recursive,
            Path unpackTo,
            ProgressListener progress,
            CancelToken cancel) {
        if (Files.isDirectory(source)) {
            return FolderSource.list(source, recursive);
        } else if (Files.notExists(source)) {
            throw new AtelierException(
                    source + " does not exist: choose the folder of your pictures.");
        } else if (isConfiguration(source)) {
            return ConfiguredSource.list(source, recursive);
        } else if (ZipSource.isZip(source)) {
            ZipSource.unpack(source, unpackTo, progress, cancel);
            return FolderSource.list(unpackTo, true);
        }
        throw new AtelierException(
                source
                        + " is a file, but a folder of pictures, a zip, or a dataset configuration (.toml) is needed: choose one.");
    }

    private static boolean isConfiguration(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".toml") || name.endsWith(".json");
    }
}
