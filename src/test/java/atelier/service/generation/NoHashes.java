package atelier.service.generation;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Knows no file's hash. */
public final class NoHashes implements HashSource {

    @Override
    public CompletableFuture<@Nullable String> wholeFile(Path file) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<@Nullable String> payload(Path file) {
        return CompletableFuture.completedFuture(null);
    }
}
