package atelier.ui.text;

import atelier.model.AtelierException;
import java.util.List;

/**
 * Something to say, in whichever language is chosen when it is shown.
 *
 * @param key of the message
 * @param arguments what goes into it: numbers, phrases, or words of the user's, which stay as they
 *     are
 */
public record Phrase(String key, List<Object> arguments) {

    /** Copies the list. */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A message with its arguments. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** Words that are the same in each language, such as a name or a failure's sentence. */
    public static Phrase plain(String words) {
        return of("common.plain", words);
    }

    /**
     * Why something could not be done: the failure's own sentence, if it is one that was written
     * for the user.
     */
    public static Phrase why(Exception failure) {
        return failure instanceof AtelierException
                ? plain(String.valueOf(failure.getMessage()))
                : of("common.defect");
    }
}
