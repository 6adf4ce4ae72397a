package atelier.ui.text;

import atelier.model.AtelierException;
import java.util.List;

/**
 * Something to say, in whichever language is chosen when it is shown.
 *
 * @param key of the message
 * @param arguments what goes into it: numbers, phrases, sentences, or words of the user's, which
 *     stay as they are
 */
public record Phrase(String key, List<Object> arguments) implements Saying {

    /** Copies the list. */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A message with its arguments. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** Words that are the same in each language, such as a name. */
    public static Phrase plain(String words) {
        return of("common.plain", words);
    }

    /** What an engine or a service says, in English, such as a failure's sentence. */
    public static Phrase said(String english) {
        return of("common.plain", new Sentence(english));
    }

    /**
     * Why something could not be done: the failure's own sentence, if it is one that was written
     * for the user.
     */
    public static Phrase why(Exception failure) {
        return failure instanceof AtelierException
                ? said(String.valueOf(failure.getMessage()))
                : of("common.defect");
    }
}
