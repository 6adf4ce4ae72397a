package atelier.service.library.download;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.CatalogEntry;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What was fetched of a file so far; bears its name only when it is whole and right. */
final class PartialFile {

    /** The unit in which progress is counted. */
    static final long MEBIBYTE = 1L << 20;

    private static final int BUFFER = 1 << 20;
    private static final int HASH_IN_NAME = 12;

    private final CatalogEntry entry;
    private final Path file;

    /** Of another content than an earlier one of the same name, it begins anew. */
    PartialFile(CatalogEntry entry, Path folder) {
        this.entry = entry;
        this.file =
                folder.resolve(
                        ".%s.%s.partial"
                                .formatted(
                                        entry.file(), entry.sha256().substring(0, HASH_IN_NAME)));
    }

    /** How many bytes are there. */
    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Opens it to go on behind that many bytes; what is behind them is forgotten. */
    FileChannel append(long from) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(from);
        channel.position(from);
        return channel;
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Checks the whole content and gives the file its name.
     *
     * @throws AtelierException if it is not what the catalog says; it is deleted then
     */
    void finish(Path target, ProgressListener progress, CancelToken cancel) throws IOException {
        String found = sha256(file, "Checking " + entry.name(), progress, cancel);
        if (!found.equals(entry.sha256())) {
            delete();
            throw new AtelierException(
                    "%s has not the content that the catalog promises, so it was deleted: try again, and if it comes back leave this model, as the file at its address was changed."
                            .formatted(entry.name()));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The SHA-256 of a file. */
    static String sha256(Path file, String stage, ProgressListener progress, CancelToken cancel) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long total = Files.size(file) / MEBIBYTE;
            byte[] buffer = new byte[BUFFER];
            long done = 0;
            progress.progressed(Progress.of(stage, 0, total, "MiB"));
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                cancel.check();
                digest.update(buffer, 0, read);
                done += read;
                progress.progressed(Progress.of(stage, done / MEBIBYTE, total, "MiB"));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
