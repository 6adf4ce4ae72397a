package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.FileHashes;
import atelier.model.library.FileKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Hashes of weight files: computed once, in the background, and kept by path, size, time and inode,
 * so that a file that did not change is never read again for them.
 */
public final class ContentHashes {

    private final HashStore store;
    private final Executor background;
    private final ConcurrentMap<Path, CompletableFuture<FileHashes>> running =
            new ConcurrentHashMap<>();

    /**
     * @param store the JSON file that keeps them; its folder must exist once there is something to
     *     keep
     */
    public ContentHashes(Path store) {
        this(store, work -> Thread.ofVirtual().name("hashes").start(work));
    }

    ContentHashes(Path store, Executor background) {
        this.store = new HashStore(store);
        this.background = background;
    }

    /** The hashes of the file as it is now, if they are known. */
    public Optional<FileHashes> known(Path file) {
        return store.find(file, FileStamp.of(file));
    }

    /**
     * The hashes of the file, computed in the background unless they are known. Whoever asks for a
     * file that is already being hashed gets the same result, under the first one's progress and
     * cancellation.
     *
     * @return completes with the hashes, or exceptionally with the {@link AtelierException} that
     *     ended the work
     */
    public CompletableFuture<FileHashes> request(
            Path file, ProgressListener progress, CancelToken cancel) {
        Path path = file.toAbsolutePath().normalize();
        CompletableFuture<FileHashes> mine = new CompletableFuture<>();
        CompletableFuture<FileHashes> other = running.putIfAbsent(path, mine);
        if (other != null) {
            return other;
        }
        background.execute(() -> {
            try {
                FileHashes hashes = compute(path, progress, cancel);
                running.remove(path);
                mine.complete(hashes);
            } catch (RuntimeException | Error e) {
                running.remove(path);
                mine.completeExceptionally(e);
            }
        });
        return mine;
    }

    /**
     * The hashes of the file, computed on this thread unless they are known.
     *
     * @throws AtelierException if the file cannot be read, changes meanwhile, or the work is
     *     cancelled
     */
    public FileHashes compute(Path file, ProgressListener progress, CancelToken cancel) {
        FileStamp stamp = FileStamp.of(file);
        Optional<FileHashes> known = store.find(file, stamp);
        if (known.isPresent()) {
            return known.get();
        }
        FileHashes hashes = FileHasher.hash(file, dataBegin(file), stamp.size(), progress, cancel);
        stamp.requireUnchanged(file);
        store.put(file, stamp, hashes);
        return hashes;
    }

    /**
     * Adapters are known by their data, which other programs hash without the header; nobody asks
     * that of a model.
     */
    private static long dataBegin(Path file) {
        return FileDetector.detect(file).kind() == FileKind.ADAPTER
                ? SafetensorsFile.open(file).dataBegin()
                : -1;
    }
}
