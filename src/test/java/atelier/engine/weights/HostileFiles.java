package atelier.engine.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that a user may come by and that must never open, each with what the refusal has to say.
 */
public final class HostileFiles {

    /**
     * One such file.
     *
     * @param name what is wrong with it
     * @param bytes its content
     * @param says a part of the message it must be refused with
     */
    public record HostileFile(String name, byte[] bytes, String says) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A header whose one tensor is sound and takes 16 bytes. */
    private static final String SOUND = entry("a", "F32", "[2,2]", 0, 16);

    private HostileFiles() {}

    /** All of them. */
    public static Stream<HostileFile> all() {
        return Stream.of(ranges(), headers(), names(), types(), strangers()).flatMap(List::stream);
    }

    private static List<HostileFile> ranges() {
        String overlapping = SOUND + "," + entry("b", "F32", "[2,2]", 8, 24);
        String gapped = SOUND + "," + entry("b", "F32", "[2,2]", 20, 36);
        return List.of(
                file("truncated data", SOUND, 12, "cut off: 12 of 16 bytes"),
                file("padded", SOUND, 17, "1 bytes follow its last tensor"),
                file("overlapping", overlapping, 24, "tensor \"b\" overlaps"),
                file(
                        "the same range twice",
                        SOUND + "," + entry("b", "F32", "[2,2]", 0, 16),
                        16,
                        "overlaps"),
                file("gapped", gapped, 36, "gap before tensor \"b\""),
                file(
                        "gap at the beginning",
                        entry("a", "U8", "[4]", 4, 8),
                        8,
                        "gap before tensor \"a\""),
                file("begin after end", entry("a", "U8", "[4]", 4, 0), 4, "before its beginning"),
                file("negative size", entry("a", "U8", "[-4]", 0, 4), 4, "negative size"),
                file(
                        "negative offset",
                        entry("a", "U8", "[4]", -4, 0),
                        4,
                        "negative size or offset -4"),
                file("two negative extents", entry("a", "U8", "[-2,-2]", 0, 4), 4, "negative size"),
                file(
                        "shape and bytes disagree",
                        entry("a", "F32", "[2,2]", 0, 8),
                        8,
                        "takes 16 bytes"),
                file(
                        "shape that overflows",
                        entry("a", "F32", "[4294967296,4294967296,4]", 0, 0),
                        0,
                        "larger than any file"),
                file(
                        "extent of 30 digits",
                        entry("a", "U8", "[123456789012345678901234567890]", 0, 4),
                        4,
                        "not valid JSON"),
                file(
                        "end near the largest number",
                        entry("a", "U8", "[9223372036854775800]", 0, 9223372036854775800L),
                        4,
                        "cut off"));
    }

    private static List<HostileFile> headers() {
        return List.of(
                file(
                        "duplicate key",
                        SOUND + "," + entry("a", "F32", "[2,2]", 16, 32),
                        32,
                        "\"a\" occurs twice"),
                file(
                        "duplicate field",
                        "\"a\":{\"dtype\":\"U8\",\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,4]}",
                        4,
                        "two entries \"dtype\""),
                file(
                        "metadata twice",
                        "\"__metadata__\":{},\"__metadata__\":{}",
                        0,
                        "two entries of metadata"),
                file(
                        "metadata key twice",
                        "\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}",
                        0,
                        "\"k\" occurs twice"),
                file("metadata not text", "\"__metadata__\":{\"k\":1}", 0, "\"k\" is not text"),
                file("metadata a list", "\"__metadata__\":[]", 0, "metadata is not a JSON object"),
                file(
                        "missing shape",
                        "\"a\":{\"dtype\":\"U8\",\"data_offsets\":[0,4]}",
                        4,
                        "lacks"),
                file(
                        "one offset",
                        "\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0]}",
                        4,
                        "lacks"),
                file("tensor a number", "\"a\":7", 0, "no description"),
                file("fractional extent", entry("a", "U8", "[4.0]", 0, 4), 4, "not a whole number"),
                file("nested shape", entry("a", "U8", "[[4]]", 0, 4), 4, "not a whole number"),
                raw(
                        "JSON after the end",
                        header("{}{}".getBytes(StandardCharsets.UTF_8), 4),
                        "goes on after the end"),
                raw(
                        "JSON cut off",
                        header("{\"a\":{".getBytes(StandardCharsets.UTF_8), 6),
                        "not valid JSON"),
                raw(
                        "not UTF-8",
                        header(new byte[] {'{', '"', (byte) 0xc3, '(', '"', ':', '1', '}'}, 8),
                        "not UTF-8"),
                raw(
                        "UTF-8 encoded surrogate",
                        header(surrogate(), surrogate().length),
                        "not UTF-8"),
                raw(
                        "header longer than the file",
                        header("{}".getBytes(StandardCharsets.UTF_8), 4000),
                        "cut off inside"),
                raw(
                        "8 exabyte header",
                        header("{}".getBytes(StandardCharsets.UTF_8), Long.MAX_VALUE),
                        "claims to be 9223372036854775807 bytes"),
                raw(
                        "header length with the highest bit set",
                        header("{}".getBytes(StandardCharsets.UTF_8), -2),
                        "claims to be 18446744073709551614 bytes"),
                raw(
                        "header over 100 MB",
                        header("{}".getBytes(StandardCharsets.UTF_8), 100_000_001),
                        "claims to be"));
    }

    private static List<HostileFile> names() {
        String endless = "x".repeat(40_000);
        return List.of(
                file(
                        "line break in a name",
                        entry("a\\nb\\u001b[31m", "U8", "[5]", 0, 4),
                        4,
                        "takes 5 bytes"),
                file(
                        "text turned around in a name",
                        entry("a\\u202eb", "U8", "[5]", 0, 4),
                        4,
                        "a\ufffdb"),
                file("name of 40,000 characters", entry(endless, "U8", "[5]", 0, 4), 4, "x…"),
                file("type of 40,000 characters", entry("a", endless, "[5]", 0, 4), 4, "x…"),
                file(
                        "shape of 40,000 axes",
                        entry("a", "U8", "[" + "1,".repeat(40_000) + "5]", 0, 4),
                        4,
                        "16 axes"));
    }

    private static List<HostileFile> types() {
        return List.of(
                file(
                        "unknown type",
                        entry("a", "F128", "[1]", 0, 16),
                        16,
                        "unknown element type \"F128\""),
                file(
                        "type smaller than a byte",
                        entry("a", "F4", "[8]", 0, 4),
                        4,
                        "unknown element type \"F4\""),
                file(
                        "type in lower case",
                        entry("a", "f32", "[1]", 0, 4),
                        4,
                        "unknown element type"));
    }

    private static List<HostileFile> strangers() {
        return List.of(
                raw("empty", new byte[0], "is empty"),
                raw("three bytes", new byte[] {1, 2, 3}, "not a safetensors file"),
                raw(
                        "zip of a .ckpt",
                        bytes("PK\u0003\u0004\u0014\u0000\u0000\u0000archive/data.pkl"),
                        "can run code"),
                raw(
                        "pickle protocol 2",
                        bytes("\u0080\u0002}q\u0000(X\u0004\u0000\u0000\u0000"),
                        "can run code"),
                raw(
                        "HTML page",
                        bytes("<!DOCTYPE html><html><body>Sign in</body></html>"),
                        "web page"),
                raw(
                        "HTML page after blank lines",
                        bytes("\n\n  <HTML><body>404</body></HTML>"),
                        "web page"),
                raw(
                        "plain error text",
                        bytes("Access to model x is restricted.\n"),
                        "it begins with \"Access to model x"),
                raw(
                        "JSON error text",
                        bytes("{\"error\":\"Invalid credentials\"}"),
                        "holds text, not weights"),
                raw(
                        "Git LFS pointer",
                        bytes("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
                        "git lfs pull"),
                raw("GGUF", bytes("GGUF\u0003\u0000\u0000\u0000\u0001\u0000"), "GGUF"),
                raw("zeros", new byte[4096], "unfinished download"),
                raw(
                        "noise",
                        new byte[] {7, 1, 2, 3, 4, 5, 6, 7, 0, 9, 1, 2, 3, 4, 5},
                        "not a safetensors file"));
    }

    private static String entry(String name, String type, String shape, long begin, long end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, type, shape, begin, end);
    }

    private static HostileFile file(String name, String entries, int data, String says) {
        byte[] json = ("{" + entries + "}").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header(json, json.length));
        bytes.writeBytes(new byte[data]);
        return new HostileFile(name, bytes.toByteArray(), says);
    }

    private static HostileFile raw(String name, byte[] bytes, String says) {
        return new HostileFile(name, bytes, says);
    }

    private static byte[] header(byte[] json, long length) {
        return ByteBuffer.allocate(8 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(json)
                .array();
    }

    private static byte[] surrogate() {
        return new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'};
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
