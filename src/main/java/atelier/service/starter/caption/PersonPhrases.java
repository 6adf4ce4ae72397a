package atelier.service.starter.caption;

import atelier.model.starter.FacialHair;
import atelier.model.starter.HairStyle;
import atelier.model.starter.Headwear;
import atelier.model.starter.MouthShape;
import atelier.model.starter.Portrait;
import java.util.ArrayList;
import java.util.List;

/** What a caption says that a person has. */
final class PersonPhrases {

    private static final double ALMOST = 0.9;
    private static final double OFTEN = 0.7;
    private static final double RARELY = 0.4;
    private static final double SELDOM = 0.15;

    private final Portrait portrait;
    private final Chooser chooser;

    PersonPhrases(Portrait portrait, Chooser chooser) {
        this.portrait = portrait;
        this.chooser = chooser;
    }

    /** One phrase for each part of the person of which something may be said. */
    List<Phrase> all() {
        List<Phrase> phrases = new ArrayList<>();
        chooser.one(hair()).ifPresent(phrases::add);
        chooser.one(eyes()).ifPresent(phrases::add);
        chooser.sometimes(OFTEN, face()).ifPresent(phrases::add);
        chooser.sometimes(portrait.facialHair() == FacialHair.NONE ? RARELY : ALMOST, beard())
                .ifPresent(phrases::add);
        chooser.sometimes(RARELY, List.of(brows())).ifPresent(phrases::add);
        chooser.sometimes(RARELY, List.of(nose())).ifPresent(phrases::add);
        chooser.sometimes(RARELY, List.of(Phrase.of(mouth(), portrait.mouth())))
                .ifPresent(phrases::add);
        if (portrait.headwear() == Headwear.NONE) {
            chooser.sometimes(SELDOM, List.of(Phrase.of("a bare head", portrait.headwear())))
                    .ifPresent(phrases::add);
        }
        return phrases;
    }

    private Phrase brows() {
        return Phrase.of(portrait.brows().words() + " brows", portrait.brows());
    }

    private Phrase nose() {
        return Phrase.of(Phrase.article(portrait.nose().words() + " nose"), portrait.nose());
    }

    private String mouth() {
        String words = portrait.mouth().words();
        return portrait.mouth() == MouthShape.FULL ? words : Phrase.article(words);
    }

    private List<Phrase> hair() {
        HairStyle style = portrait.hairStyle();
        String colour = portrait.hairColour().words();
        if (style == HairStyle.BALD) {
            return List.of(Phrase.of("a bald head", style));
        }
        String[] forms =
                switch (style) {
                    case SHORT, SPIKY, CURLY, LONG -> {
                        String kind = style.words().replace(" hair", "");
                        yield new String[] {kind + " hair", kind + " " + colour + " hair"};
                    }
                    case BRAIDS, BUNS -> new String[] {style.words(), colour + " " + style.words()};
                    default ->
                            new String[] {
                                Phrase.article(style.words()),
                                Phrase.article(colour + " " + style.words())
                            };
                };
        return List.of(
                Phrase.of(forms[1], style, portrait.hairColour()),
                Phrase.of(forms[1], style, portrait.hairColour()),
                Phrase.of(forms[0], style),
                Phrase.of(colour + " hair", portrait.hairColour()));
    }

    private List<Phrase> eyes() {
        String shape = portrait.eyeShape().words();
        String colour = portrait.eyeColour().words();
        return List.of(
                Phrase.of(
                        shape + " " + colour + " eyes", portrait.eyeShape(), portrait.eyeColour()),
                Phrase.of(colour + " eyes", portrait.eyeColour()),
                Phrase.of(shape + " eyes", portrait.eyeShape()));
    }

    private List<Phrase> face() {
        String shape = portrait.faceShape().words();
        String skin = portrait.skin().words();
        return List.of(
                Phrase.of(Phrase.article(shape + " face"), portrait.faceShape()),
                Phrase.of(skin + " skin", portrait.skin()),
                Phrase.of(
                        Phrase.article(shape + " face") + " of " + skin + " skin",
                        portrait.faceShape(),
                        portrait.skin()));
    }

    /** "long red beard", "red goatee". */
    private static String coloured(String words, String colour) {
        int last = words.lastIndexOf(' ') + 1;
        return words.substring(0, last) + colour + " " + words.substring(last);
    }

    private List<Phrase> beard() {
        FacialHair kind = portrait.facialHair();
        String colour = portrait.hairColour().words();
        return switch (kind) {
            case NONE -> List.of(Phrase.of("a clean-shaven chin", kind));
            case STUBBLE -> List.of(Phrase.of("stubble", kind));
            default ->
                    List.of(
                            Phrase.of(Phrase.article(kind.words()), kind),
                            Phrase.of(
                                    Phrase.article(coloured(kind.words(), colour)),
                                    kind,
                                    portrait.hairColour()));
        };
    }
}
