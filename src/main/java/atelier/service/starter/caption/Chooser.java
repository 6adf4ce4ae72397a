package atelier.service.starter.caption;

import atelier.model.starter.PortraitAttribute;
import atelier.service.starter.painter.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses among ways to say a thing, but only what may be said.
 *
 * @param dice what decides
 * @param silent attributes of which nothing may be said
 * @param frank whether everything is said that may be, also what is mostly left out
 */
record Chooser(Dice dice, Set<PortraitAttribute> silent, boolean frank) {

    /** One that leaves things out. */
    Chooser(Dice dice, Set<PortraitAttribute> silent) {
        this(dice, silent, false);
    }

    /** One of several phrases, or none where each would say what may not be said. */
    Optional<Phrase> one(List<Phrase> phrases) {
        List<Phrase> sayable =
                phrases.stream()
                        .filter(phrase ->
                                phrase.traits().stream()
                                        .map(PortraitAttribute::of)
                                        .noneMatch(silent::contains))
                        .toList();
        return sayable.isEmpty() ? Optional.empty() : Optional.of(dice.pick(sayable));
    }

    /** As {@link #one}, but only with this probability. */
    Optional<Phrase> sometimes(double probability, List<Phrase> phrases) {
        Optional<Phrase> one = one(phrases);
        return dice.happens(probability) || frank ? one : Optional.empty();
    }

    /** Some of several, in a new order. */
    <T> List<T> some(List<T> from, int count) {
        List<T> left = new ArrayList<>(from);
        List<T> chosen = new ArrayList<>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(dice.below(left.size())));
        }
        return chosen;
    }
}
