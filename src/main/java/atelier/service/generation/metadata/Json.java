package atelier.service.generation.metadata;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as image metadata hold it, and lenient looks into what other tools wrote. */
final class Json {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 20;

    /**
     * Reads what Python writes, NaN included, but not to any depth. Writes plain ASCII, so that
     * even text that is no valid Unicode comes back as it was.
     */
    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                                    .build())
                    .build();

    private Json() {}

    /**
     * A JSON object.
     *
     * @return null where the text is none
     */
    static @Nullable JsonNode object(@Nullable String text) {
        if (text == null || !text.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Text under that name; null where there is none or it is something else. */
    static @Nullable String text(JsonNode object, String name) {
        JsonNode node = object.path(name);
        return node.isString() ? node.stringValue() : null;
    }

    /** A number, also one written as text; null where there is none or it is not finite. */
    static @Nullable Double number(JsonNode node) {
        if (node.isNumber()) {
            return finite(node.doubleValue());
        }
        return node.isString() ? number(node.stringValue()) : null;
    }

    /** A number written as text; null where it is none or not finite. */
    static @Nullable Double number(@Nullable String text) {
        if (text == null || text.length() > 2 * LONGEST_NUMBER) {
            return null;
        }
        try {
            return finite(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** A whole number of at most 64 bits, signed or not, also one written as text. */
    static @Nullable Long whole(JsonNode node) {
        if (node.isIntegralNumber()) {
            return whole(node.bigIntegerValue());
        } else if (node.isNumber()) {
            double value = node.doubleValue();
            return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (long) value : null;
        }
        return node.isString() ? whole(node.stringValue()) : null;
    }

    /** The same of text alone. */
    static @Nullable Long whole(@Nullable String text) {
        String digits = text == null ? "" : text.strip();
        boolean plausible = digits.length() <= LONGEST_NUMBER && digits.matches("-?[0-9]+");
        return plausible ? whole(new BigInteger(digits)) : null;
    }

    private static @Nullable Long whole(BigInteger value) {
        return value.bitLength() <= Long.SIZE ? value.longValue() : null;
    }

    /** A whole number that fits into an int. */
    static @Nullable Integer small(@Nullable Long value) {
        return value == null || value != value.intValue() ? null : value.intValue();
    }

    static @Nullable Integer small(JsonNode node) {
        return small(whole(node));
    }
}
