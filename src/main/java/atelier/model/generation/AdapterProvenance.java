package atelier.model.generation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An adapter that acted on an image.
 *
 * @param file which one
 * @param weight factor on its change of the weights
 * @param payloadSha256 SHA-256 of the file after its safetensors header, which stays the same when
 *     the text metadata changes; other tools know adapters by its first 12 digits; null where it is
 *     not known
 * @param trigger the phrase it was trained on; null where none is known
 */
public record AdapterProvenance(
        FileIdentity file,
        double weight,
        @Nullable String payloadSha256,
        @Nullable String trigger) {

    /** Checks weight and hash. */
    public AdapterProvenance {
        Objects.requireNonNull(file, "file");
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("an adapter's weight is " + weight);
        }
        payloadSha256 = ContentHash.sha256OrAbsent(payloadSha256);
    }
}
