package atelier.service.generation;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where hashes of files come from; they are computed in the background and kept, as models are
 * large.
 */
public interface HashSource {

    /** SHA-256 of a whole file in lower-case hexadecimal; null where it cannot be had. */
    CompletableFuture<@Nullable String> wholeFile(Path file);

    /** SHA-256 of what follows a safetensors file's header; null where it cannot be had. */
    CompletableFuture<@Nullable String> payload(Path file);
}
