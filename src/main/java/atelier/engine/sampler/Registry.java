package atelier.engine.sampler;

import atelier.model.AtelierException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Things of one kind by id. */
final class Registry<T extends Registered> {

    private final String kind;
    private final SequencedMap<String, T> byId = new LinkedHashMap<>();

    /**
     * Holds these.
     *
     * @param kind what they are, for messages
     * @throws IllegalArgumentException if two have one id
     */
    Registry(String kind, List<T> entries) {
        this.kind = kind;
        for (T entry : entries) {
            if (byId.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException(kind + " " + entry.id() + " is there twice");
            }
        }
    }

    List<T> all() {
        return List.copyOf(byId.values());
    }

    T get(String id) {
        T entry = byId.get(id);
        if (entry == null) {
            throw new AtelierException(
                    "There is no "
                            + kind
                            + " '"
                            + id
                            + "'; choose one of "
                            + String.join(", ", byId.keySet())
                            + ".");
        }
        return entry;
    }

    Optional<T> byMetadataName(String name) {
        return byId.values().stream()
                .filter(entry -> entry.metadataName().equalsIgnoreCase(name))
                .findFirst();
    }
}
