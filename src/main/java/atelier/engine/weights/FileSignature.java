package atelier.engine.weights;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises what a file that is not safetensors is, by its first bytes, so that the user learns
 * what to do about it.
 */
final class FileSignature {

    /** How many bytes at the beginning of a file are enough to recognise it. */
    static final int LENGTH = 512;

    private static final String GET_SAFETENSORS =
            "get its .safetensors version, or convert it with a tool that you trust.";

    private final byte[] head;
    private final String text;

    /**
     * @param head the first bytes of the file, up to {@link #LENGTH}
     */
    FileSignature(byte[] head) {
        this.head = head;
        this.text = new String(head, StandardCharsets.ISO_8859_1);
    }

    /**
     * What the file is and what to do, as the end of a sentence that begins with its name; empty if
     * not recognised.
     */
    Optional<String> advice() {
        String start =
                text.replaceFirst("^\u00ef\u00bb\u00bf", "")
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        if (text.startsWith("PK\u0003\u0004") || isPickle()) {
            return Optional.of(
                    "is a PyTorch pickle (.ckpt, .pt, .bin), which is refused because opening one can run code: "
                            + GET_SAFETENSORS);
        }
        if (text.startsWith("GGUF")) {
            return Optional.of(
                    "is a GGUF file, which Atelier does not read: get the model's .safetensors version.");
        }
        if (start.startsWith("version https://git-lfs")) {
            return Optional.of(
                    "is only a Git LFS pointer, not the weights: run \"git lfs pull\" or download the file itself.");
        }
        if (start.startsWith("<")) {
            return Optional.of(
                    "looks like a web page saved under a model's name: download the model again.");
        }
        if (!start.isEmpty() && isText()) {
            return Optional.of(
                    "holds text, not weights (it begins with \"%s\"): download the model again."
                            .formatted(firstLine()));
        }
        if (head.length >= 8 && text.substring(0, 8).chars().allMatch(c -> c == 0)) {
            return Optional.of(
                    "begins with zeros, as an unfinished download does: download it again.");
        }
        return Optional.empty();
    }

    /** Protocols 2 to 5, the only ones PyTorch has written, begin with 0x80 and the number. */
    private boolean isPickle() {
        return head.length > 2 && (head[0] & 0xff) == 0x80 && head[1] >= 2 && head[1] <= 5;
    }

    /**
     * Whether all of it is UTF-8 without control characters; a character cut off at the end is let
     * pass.
     */
    private boolean isText() {
        CharBuffer decoded = CharBuffer.allocate(head.length);
        if (StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(head), decoded, false)
                .isError()) {
            return false;
        }
        return decoded.flip()
                .chars()
                .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
    }

    private String firstLine() {
        return Printable.of(
                new String(head, StandardCharsets.UTF_8).strip().lines().findFirst().orElse(""));
    }
}
