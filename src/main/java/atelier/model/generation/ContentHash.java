package atelier.model.generation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a hash read from somewhere is worth. */
final class ContentHash {

    /** SHA-256 of no bytes at all: some tools wrote it, shortened, where they had no hash. */
    private static final String OF_NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final int SHORTEST = 4;

    private ContentHash() {}

    /** The hash in lower case; null for none, for a blank one and for that of empty input. */
    static @Nullable String orAbsent(@Nullable String hash) {
        if (hash == null) {
            return null;
        }
        String clean = hash.strip().toLowerCase(Locale.ROOT);
        boolean ofNothing = clean.length() >= SHORTEST && OF_NOTHING.startsWith(clean);
        return clean.isEmpty() || ofNothing ? null : clean;
    }

    /**
     * The same for a whole SHA-256.
     *
     * @throws IllegalArgumentException if it is not 64 hexadecimal digits
     */
    static @Nullable String sha256OrAbsent(@Nullable String hash) {
        String clean = orAbsent(hash);
        if (clean != null && !clean.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + hash);
        }
        return clean;
    }
}
