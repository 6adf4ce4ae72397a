package atelier.service.dataset.source;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides.Resolution;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One table of a dataset configuration, with those around it behind: a value that a table does not
 * hold is looked for in the next outer one.
 */
final class ConfigTable {

    private final Path file;
    private final String name;
    private final JsonNode node;
    private final @Nullable ConfigTable around;

    /**
     * @param name as people write it, for messages
     */
    ConfigTable(Path file, String name, JsonNode node, @Nullable ConfigTable around) {
        this.file = file;
        this.name = name;
        this.node = node;
        this.around = around;
        if (!node.isObject()) {
            throw new AtelierException("In %s, %s is no table: correct it.".formatted(file, name));
        }
    }

    /** Tells of the keys that are not read. */
    void check(Set<String> known, Consumer<String> notes) {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                notes.accept(
                        (ConfigKeys.isPassedOver(key)
                                        ? "In %s, %s in %s is known to sd-scripts but not used by Atelier, so it was passed over."
                                        : "In %s, %s in %s is no known key, so it was passed over; look for a slip of the pen.")
                                .formatted(file, key, name));
            }
        }
    }

    /** A text, as one line; empty where there is none. */
    String text(String key) {
        JsonNode value = find(key);
        if (value == null) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(key, value, "a text");
        }
        return value.asString();
    }

    @Nullable Boolean flag(String key) {
        JsonNode value = find(key);
        if (value != null && !value.isBoolean()) {
            throw wrong(key, value, "true or false");
        }
        return value == null ? null : value.asBoolean();
    }

    boolean isSet(String key) {
        return Boolean.TRUE.equals(flag(key));
    }

    @Nullable Integer whole(String key, int least, int most) {
        JsonNode value = find(key);
        return value == null ? null : whole(key, value, least, most);
    }

    private int whole(String key, JsonNode value, int least, int most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.asInt() < least
                || value.asInt() > most) {
            throw wrong(key, value, "a whole number from %d to %d".formatted(least, most));
        }
        return value.asInt();
    }

    @Nullable Double share(String key) {
        JsonNode value = find(key);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 1)) {
            throw wrong(key, value, "a number from 0 to 1");
        }
        return value.asDouble();
    }

    /**
     * Width and height: one number for both, or two in a list.
     *
     * @return null where there are none
     */
    @Nullable Resolution resolution(String key, int least, int most) {
        JsonNode value = find(key);
        if (value == null) {
            return null;
        }
        boolean two = value.isArray() && value.size() == 2;
        return new Resolution(
                whole(key, two ? value.get(0) : value, least, most),
                whole(key, two ? value.get(1) : value, least, most));
    }

    private @Nullable JsonNode find(String key) {
        JsonNode value = node.get(key);
        if (value != null && !value.isNull()) {
            return value;
        }
        return around == null ? null : around.find(key);
    }

    private AtelierException wrong(String key, JsonNode value, String wanted) {
        return new AtelierException(
                "In %s, %s of %s is %s, but it must be %s: correct it."
                        .formatted(file, key, name, value, wanted));
    }
}
