package atelier.model.library;

import org.jspecify.annotations.Nullable;

/**
 * What identifies a weight file's content, by the names that the communities use; in lower-case
 * hexadecimal.
 *
 * @param sha256 SHA-256 of the whole file
 * @param dataSha256 SHA-256 of the data after the header, which stays the same when metadata are
 *     edited: sd-scripts' {@code sshs_model_hash}; null for files other than adapters
 */
public record FileHashes(String sha256, @Nullable String dataSha256) {

    private static final int AUTO_V2_LENGTH = 10;

    /**
     * The short form of the whole file's hash by which Civitai and A1111 know checkpoints: its
     * first 10 digits.
     */
    public String autoV2() {
        return sha256.substring(0, AUTO_V2_LENGTH);
    }
}
