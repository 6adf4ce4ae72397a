package atelier.model.library;

/**
 * Something that the health check found.
 *
 * @param trouble what it is
 * @param kind of the thing it is about
 * @param item which one; empty for all of the kind
 * @param name of the thing, for people; empty for all of the kind
 * @param detail what else there is to say: where a file was found, the trigger that is known, the
 *     name of the other adapter, why a file cannot be read; may be empty
 * @param number how many files it is about
 */
public record HealthFinding(
        HealthTrouble trouble,
        ItemKind kind,
        String item,
        String name,
        String detail,
        int number) {}
