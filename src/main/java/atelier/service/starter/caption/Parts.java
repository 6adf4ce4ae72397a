package atelier.service.starter.caption;

import atelier.model.starter.Portrait;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a caption says, by what of the picture it is about.
 *
 * @param person what the person has
 * @param outfit what the person wears
 * @param pose what the person does
 * @param tilt how the head is held
 * @param place where and when
 * @param kind what kind of picture it is
 * @param order all of it, in the order of a caption without sentences
 */
record Parts(
        List<Phrase> person,
        List<Phrase> outfit,
        List<Phrase> pose,
        Optional<Phrase> tilt,
        Optional<Phrase> place,
        Optional<Phrase> kind,
        List<Phrase> order) {

    /** Everything that may be said of a portrait. */
    static Parts of(Portrait portrait, Chooser chooser) {
        List<Phrase> person = new PersonPhrases(portrait, chooser).all();
        List<Phrase> outfit = new OutfitPhrases(portrait, chooser).all();
        ScenePhrases scene = new ScenePhrases(portrait, chooser);
        List<Phrase> pose = scene.pose();
        Optional<Phrase> tilt = scene.tilt();
        Optional<Phrase> place = scene.place();
        Optional<Phrase> kind = scene.kind();
        List<Phrase> order =
                Stream.of(
                                person,
                                outfit,
                                pose,
                                tilt.stream().toList(),
                                place.stream().toList(),
                                kind.stream().toList())
                        .flatMap(List::stream)
                        .toList();
        return new Parts(person, outfit, pose, tilt, place, kind, order);
    }

    /** The same without what is not among these, which also give the order. */
    Parts keep(List<Phrase> chosen) {
        Set<Phrase> kept = new HashSet<>(chosen);
        return new Parts(
                chosen.stream().filter(person::contains).toList(),
                chosen.stream().filter(outfit::contains).toList(),
                chosen.stream().filter(pose::contains).toList(),
                tilt.filter(kept::contains),
                place.filter(kept::contains),
                kind.filter(kept::contains),
                chosen);
    }
}
