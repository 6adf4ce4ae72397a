package atelier.service.starter.caption;

import atelier.model.starter.Trait;
import java.util.Set;

/**
 * What is written under a portrait.
 *
 * @param text one line
 * @param said what it says of the portrait
 */
public record Caption(String text, Set<Trait> said) {

    /** Keeps a copy of the set. */
    public Caption {
        said = Set.copyOf(said);
    }
}
