package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.FileHashes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Computes the hashes of one file in one pass. The file is read, not mapped, as it may be cut off
 * under us.
 *
 * <p>A hash is a chain that one core works on, so each has a thread of its own, and the next piece
 * is read meanwhile. Pieces lie in the heap, where the digest works on them in place.
 */
final class FileHasher implements AutoCloseable {

    private static final int PIECE = 1 << 20;
    private static final int MEBIBYTE = 1 << 20;

    private final MessageDigest whole = sha256();
    private final @Nullable MessageDigest data;
    private final long dataBegin;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private CompletableFuture<Void> pending = CompletableFuture.completedFuture(null);
    private long done;

    private FileHasher(long dataBegin) {
        this.dataBegin = dataBegin;
        this.data = dataBegin < 0 ? null : sha256();
    }

    /**
     * Hashes the file.
     *
     * @param dataBegin where the data begins that is hashed by itself, too; -1 for no such hash
     * @param size of the file, for the progress
     * @throws AtelierException if it cannot be read or the work is cancelled
     */
    static FileHashes hash(
            Path path, long dataBegin, long size, ProgressListener progress, CancelToken cancel) {
        try (FileHasher hasher = new FileHasher(dataBegin);
                FileChannel channel = FileChannel.open(path)) {
            return hasher.hash(channel, size / MEBIBYTE, progress, cancel);
        } catch (IOException e) {
            throw WeightFileErrors.reading(path, e);
        }
    }

    private FileHashes hash(
            FileChannel channel, long total, ProgressListener progress, CancelToken cancel)
            throws IOException {
        ByteBuffer next = ByteBuffer.allocate(PIECE);
        ByteBuffer spare = ByteBuffer.allocate(PIECE);
        progress.progressed(Progress.of("Hashing", 0, total, "MiB"));
        while (channel.read(next.clear()) >= 0) {
            cancel.check();
            ByteBuffer piece = next.flip();
            pending.join();
            digest(piece);
            next = spare;
            spare = piece;
            progress.progressed(
                    Progress.of("Hashing", Math.min(done / MEBIBYTE, total), total, "MiB"));
        }
        pending.join();
        return new FileHashes(hex(whole), data == null ? null : hex(data));
    }

    /** Begins to digest a piece, which must stay as it is until that is done. */
    private void digest(ByteBuffer piece) {
        pending = CompletableFuture.runAsync(() -> whole.update(piece.duplicate()), threads);
        if (data != null && done + piece.limit() > dataBegin) {
            int begin = (int) Math.max(0, dataBegin - done);
            ByteBuffer part = piece.slice(begin, piece.limit() - begin);
            pending =
                    CompletableFuture.allOf(
                            pending, CompletableFuture.runAsync(() -> data.update(part), threads));
        }
        done += piece.limit();
    }

    /** Waits for the piece in progress. */
    @Override
    public void close() {
        threads.close();
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
