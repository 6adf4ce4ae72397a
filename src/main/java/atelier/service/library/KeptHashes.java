package atelier.service.library;

import atelier.engine.weights.ContentHashes;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.FileHashes;
import atelier.service.generation.HashSource;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives images the hashes of the files they were made with; an image is worth more than a hash, so
 * none ever fails for one.
 */
public final class KeptHashes implements HashSource {

    private static final Logger LOG = LoggerFactory.getLogger(KeptHashes.class);

    private final ContentHashes hashes;

    /**
     * @param hashes those of weight files, computed once and kept
     */
    public KeptHashes(ContentHashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public CompletableFuture<@Nullable String> wholeFile(Path file) {
        return hash(file, FileHashes::sha256);
    }

    @Override
    public CompletableFuture<@Nullable String> payload(Path file) {
        return hash(file, FileHashes::dataSha256);
    }

    private CompletableFuture<@Nullable String> hash(
            Path file, Function<FileHashes, @Nullable String> which) {
        return hashes.request(file, ProgressListener.NONE, new CancelToken())
                .handle((found, failure) -> {
                    if (failure != null) {
                        LOG.warn("No hash of {}", file, failure);
                        return null;
                    }
                    return which.apply(found);
                });
    }
}
