package atelier.model.library;

import java.time.Instant;

/**
 * A change of the library.
 *
 * @param id counted up
 * @param when it was made
 * @param kind of what was changed
 * @param item which one
 * @param field what of it; {@value #PLACE} where it came, went to the trash or came back
 * @param old value; empty for none
 * @param now value; empty for none
 * @param why in a few words
 * @param who by
 * @param undone whether it was taken back
 */
public record AuditRow(
        long id,
        Instant when,
        ItemKind kind,
        String item,
        String field,
        String old,
        String now,
        String why,
        String who,
        boolean undone) {

    /** The field that tells where a thing lies: {@value}. */
    public static final String PLACE = "PLACE";

    /** The field that tells where an adapter's file was put back: {@value}. */
    public static final String FILE = "FILE";

    /** The field that tells the hash of an adapter's content: {@value}. */
    public static final String CONTENT = "CONTENT";

    /**
     * The field that tells what the index says of a thing, whose files stay as they are: {@value}.
     */
    public static final String INDEX = "INDEX";

    /** The field that tells that the card beside a thing was written anew: {@value}. */
    public static final String CARD = "CARD";
}
