package atelier.service.starter.caption;

import atelier.model.starter.Trait;
import java.util.Set;

/**
 * A few words of a caption.
 *
 * @param text lower case, with its article
 * @param traits what it says of the portrait
 */
record Phrase(String text, Set<Trait> traits) {

    /** Keeps a copy of the set. */
    Phrase {
        traits = Set.copyOf(traits);
    }

    static Phrase of(String text, Trait... traits) {
        return new Phrase(text, Set.of(traits));
    }

    /** The words without a leading article, as a tag is written. */
    String tag() {
        return text.replaceFirst("^an? ", "");
    }

    /** Words with the article that their sound asks for. */
    static String article(String words) {
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }
}
