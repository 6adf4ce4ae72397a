package atelier.service.dataset.source;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.storage.FileFailures;
import atelier.service.storage.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Zips of pictures, unpacked into a folder that appears when all of them are there. */
public final class ZipSource {

    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};
    private static final byte[] EMPTY = {'P', 'K', 5, 6};

    private ZipSource() {}

    /** Whether a file begins as zips do. */
    public static boolean isZip(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SIGNATURE.length);
            return Arrays.equals(head, SIGNATURE) || Arrays.equals(head, EMPTY);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /**
     * Unpacks a zip.
     *
     * @param target not there yet, or an empty folder
     * @throws AtelierException if the zip is damaged, unsafe or too large, or the folder cannot be
     *     written; nothing is left behind
     */
    static void unpack(Path zip, Path target, ProgressListener progress, CancelToken cancel) {
        if (Files.exists(target) && !Folders.isEmpty(target)) {
            throw new AtelierException(
                    target + " is not empty: choose a new folder for the content of the zip.");
        }
        Path partial = Folders.makeBeside(target);
        try {
            new ZipUnpacker(zip, ZipLimits.USUAL).unpack(partial, progress, cancel);
            Files.deleteIfExists(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailures.writing(target, e);
        } finally {
            Folders.deleteQuietly(partial);
        }
    }
}
