package atelier.service.starter.caption;

import atelier.model.starter.Portrait;
import atelier.model.starter.Tilt;
import atelier.model.starter.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caption says of the moment, the place and the picture itself. */
final class ScenePhrases {

    private static final double USUAL = 0.2;
    private static final double UNUSUAL = 0.9;

    private final Portrait portrait;
    private final Chooser chooser;

    ScenePhrases(Portrait portrait, Chooser chooser) {
        this.portrait = portrait;
        this.chooser = chooser;
    }

    /** What the person does. */
    List<Phrase> pose() {
        Phrase expression = Phrase.of(portrait.expression().words(), portrait.expression());
        Phrase turn = Phrase.of(portrait.turn().words(), portrait.turn());
        return Stream.of(
                        chooser.one(List.of(expression)),
                        chooser.sometimes(
                                portrait.turn() == Turn.FRONT ? USUAL : UNUSUAL, List.of(turn)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How the head is held. */
    Optional<Phrase> tilt() {
        return chooser.sometimes(
                portrait.tilt() == Tilt.UPRIGHT ? USUAL : UNUSUAL,
                List.of(Phrase.of(portrait.tilt().words(), portrait.tilt())));
    }

    /** Where and when. */
    Optional<Phrase> place() {
        return chooser.one(
                List.of(
                        Phrase.of(where() + " " + when(), portrait.background(), portrait.time()),
                        Phrase.of(where() + " " + when(), portrait.background(), portrait.time()),
                        Phrase.of(where(), portrait.background()),
                        Phrase.of(when(), portrait.time())));
    }

    /** What kind of picture it is. */
    Optional<Phrase> kind() {
        String style = portrait.style().words();
        String framing = portrait.framing().words();
        return chooser.one(
                List.of(
                        Phrase.of(
                                Phrase.article(style + " " + framing),
                                portrait.style(),
                                portrait.framing()),
                        Phrase.of(Phrase.article(style), portrait.style()),
                        Phrase.of(Phrase.article(framing), portrait.framing())));
    }

    private String where() {
        return switch (portrait.background()) {
            case PLAIN -> "on a plain background";
            case STEPPE -> "on the steppe";
            case CITY -> "in the city";
            case ROOM -> "in a room";
            case SKY -> "against the sky";
        };
    }

    private String when() {
        return switch (portrait.time()) {
            case MORNING -> "in the morning";
            case DAY -> "by day";
            case EVENING -> "in the evening";
            case NIGHT -> "at night";
        };
    }
}
