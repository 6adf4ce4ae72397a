package atelier.cli.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Named values of a result, in the order in which programs read them. */
public final class Facts {

    private final SequencedMap<String, Object> values = new LinkedHashMap<>();

    private Facts() {}

    /** No values yet. */
    public static Facts none() {
        return new Facts();
    }

    /** A first value. */
    public static Facts of(String name, @Nullable Object value) {
        return none().and(name, value);
    }

    /**
     * One more value: text, a number, a truth value, a path, a list, a map or a record; null is
     * left out.
     */
    public Facts and(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    SequencedMap<String, Object> values() {
        return Collections.unmodifiableSequencedMap(values);
    }
}
