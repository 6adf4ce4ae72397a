package atelier.model.generation;

import org.jspecify.annotations.Nullable;

/**
 * A model file as an image names it.
 *
 * @param name as it stands there, often without folders and extension; empty where only the hash is
 *     told
 * @param hash lower-case; often only the first 10 or 12 hexadecimal digits, sometimes with its kind
 *     in front ({@code blake3:…}); null where there is none or only that of empty input
 */
public record MentionedFile(String name, @Nullable String hash) {

    /** Drops a hash that says nothing. */
    public MentionedFile {
        hash = ContentHash.orAbsent(hash);
    }
}
