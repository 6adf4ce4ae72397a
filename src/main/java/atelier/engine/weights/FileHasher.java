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
import org.jspecify.annotations.Nullable;

/**
 * Computes the hashes of one file in one pass. The file is read, not mapped, as it may be cut off
 * under us.
 */
final class FileHasher {

    private static final int PIECE = 1 << 20;
    private static final int MEBIBYTE = 1 << 20;

    private FileHasher() {}

    /**
     * Hashes the file.
     *
     * @param dataBegin where the data begins that is hashed by itself, too; -1 for no such hash
     * @param size of the file, for the progress
     * @throws AtelierException if it cannot be read or the work is cancelled
     */
    static FileHashes hash(
            Path path, long dataBegin, long size, ProgressListener progress, CancelToken cancel) {
        MessageDigest whole = sha256();
        @Nullable MessageDigest data = dataBegin < 0 ? null : sha256();
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        long total = size / MEBIBYTE;
        progress.progressed(Progress.of("Hashing", 0, total, "MiB"));
        try (FileChannel channel = FileChannel.open(path)) {
            long done = 0;
            while (channel.read(piece) >= 0) {
                cancel.check();
                piece.flip();
                whole.update(piece.duplicate());
                if (data != null && done + piece.limit() > dataBegin) {
                    data.update(piece.position((int) Math.max(0, dataBegin - done)));
                }
                done += piece.limit();
                piece.clear();
                progress.progressed(
                        Progress.of("Hashing", Math.min(done / MEBIBYTE, total), total, "MiB"));
            }
        } catch (IOException e) {
            throw WeightFileErrors.reading(path, e);
        }
        return new FileHashes(hex(whole), data == null ? null : hex(data));
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
