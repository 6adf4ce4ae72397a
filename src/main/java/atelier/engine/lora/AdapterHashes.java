package atelier.engine.lora;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hashes by which other programs know an adapter.
 *
 * @param model {@code sshs_model_hash}: SHA-256 of all data after the header, which metadata cannot
 *     change
 * @param legacy {@code sshs_legacy_hash}: eight digits of the SHA-256 of the 64 KiB from 1 MiB on,
 *     in the file as it would be with the {@code ss_*} lines as its only metadata
 */
record AdapterHashes(String model, String legacy) {

    /** Of a file that is not there yet; as long as any other. */
    static final AdapterHashes NONE = new AdapterHashes("0".repeat(64), "0".repeat(8));

    private static final long WINDOW_BEGIN = 0x100000;
    private static final long WINDOW_END = 0x110000;
    private static final int LEGACY_DIGITS = 8;

    /** Takes the file in pieces, the header first. */
    static final class Builder {

        private final MessageDigest data = sha256();
        private final MessageDigest window = sha256();
        private long position;

        /** The length and the JSON that begin the file with the {@code ss_*} lines alone. */
        Builder header(ByteBuffer bytes) {
            advance(bytes.duplicate());
            return this;
        }

        /** The next piece of the data. */
        void data(ByteBuffer bytes) {
            data.update(bytes.duplicate());
            advance(bytes.duplicate());
        }

        private void advance(ByteBuffer bytes) {
            long begin = Math.max(WINDOW_BEGIN - position, 0);
            long end = Math.min(WINDOW_END - position, bytes.remaining());
            position += bytes.remaining();
            if (begin < end) {
                int start = bytes.position();
                window.update(bytes.limit(start + (int) end).position(start + (int) begin));
            }
        }

        AdapterHashes build() {
            HexFormat hex = HexFormat.of();
            return new AdapterHashes(
                    hex.formatHex(data.digest()),
                    hex.formatHex(window.digest()).substring(0, LEGACY_DIGITS));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
