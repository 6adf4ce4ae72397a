package atelier.service.training;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How much room a run leaves on the disk for everything else.
 *
 * @param least bytes that stay free
 * @param free bytes that are free where a folder lies
 */
public record FreeSpace(long least, ToLongFunction<Path> free) {

    private static final long GIGABYTE = 1_000_000_000L;

    /** Two gigabytes of the disk that the run lies on. */
    public static final FreeSpace USUAL = new FreeSpace(2 * GIGABYTE, FreeSpace::usable);

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    /**
     * Checks that there is room to go on with a run.
     *
     * @throws AtelierException if too little is free where the folder lies
     */
    void require(Path folder) {
        if (isLow(folder)) {
            throw new AtelierException(
                    "Only %s are free on the disk of %s, of which %s are to stay free: make room, then go on with the run."
                            .formatted(text(folder), folder, leastText()));
        }
    }

    /** Whether nothing more should be written into that folder. */
    boolean isLow(Path folder) {
        return free.applyAsLong(folder) < least;
    }

    /** Whether that many bytes fit into the folder without filling its disk. */
    boolean holds(Path folder, long bytes) {
        return free.applyAsLong(folder) > 2 * bytes;
    }

    /** What is free there, for a person. */
    String text(Path folder) {
        return String.format(Locale.ROOT, "%.1f GB", (double) free.applyAsLong(folder) / GIGABYTE);
    }

    /** What is left free, for a person. */
    String leastText() {
        return String.format(Locale.ROOT, "%.0f GB", (double) least / GIGABYTE);
    }
}
