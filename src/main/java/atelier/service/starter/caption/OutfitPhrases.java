package atelier.service.starter.caption;

import atelier.model.starter.Accessory;
import atelier.model.starter.Headwear;
import atelier.model.starter.Pattern;
import atelier.model.starter.Portrait;
import java.util.ArrayList;
import java.util.List;

/** What a caption says that a person wears. */
final class OutfitPhrases {

    private final Portrait portrait;
    private final Chooser chooser;
    private final String accent;

    OutfitPhrases(Portrait portrait, Chooser chooser) {
        this.portrait = portrait;
        this.chooser = chooser;
        this.accent = portrait.accent().words();
    }

    /** One phrase for each thing worn of which something may be said. */
    List<Phrase> all() {
        List<Phrase> phrases = new ArrayList<>();
        chooser.one(garment()).ifPresent(phrases::add);
        chooser.one(headwear()).ifPresent(phrases::add);
        chooser.one(accessory()).ifPresent(phrases::add);
        return phrases;
    }

    private List<Phrase> garment() {
        String garment = portrait.garment().words();
        String colour = portrait.clothColour().words();
        String pattern = portrait.pattern().words();
        String whole = Phrase.article(pattern + " " + colour + " " + garment);
        List<Phrase> phrases = new ArrayList<>();
        phrases.add(
                Phrase.of(whole, portrait.pattern(), portrait.clothColour(), portrait.garment()));
        phrases.add(
                Phrase.of(
                        whole + " with " + trim(),
                        portrait.pattern(),
                        portrait.clothColour(),
                        portrait.garment(),
                        portrait.accent()));
        phrases.add(
                Phrase.of(
                        Phrase.article(colour + " " + garment),
                        portrait.clothColour(),
                        portrait.garment()));
        phrases.add(
                Phrase.of(
                        Phrase.article(colour + " " + garment) + " with " + trim(),
                        portrait.clothColour(),
                        portrait.garment(),
                        portrait.accent()));
        phrases.add(
                Phrase.of(
                        Phrase.article(pattern + " " + garment),
                        portrait.pattern(),
                        portrait.garment()));
        if (portrait.pattern() != Pattern.PLAIN) {
            phrases.add(Phrase.of(Phrase.article(garment), portrait.garment()));
        }
        return phrases;
    }

    private String trim() {
        return switch (portrait.garment()) {
            case ROBE -> accent + " trim";
            case SWEATER, SHIRT -> Phrase.article(accent + " collar");
            case HOODIE -> accent + " cords";
        };
    }

    private List<Phrase> headwear() {
        Headwear worn = portrait.headwear();
        return switch (worn) {
            case NONE -> List.of();
            case STRAW_HAT ->
                    List.of(
                            Phrase.of("a straw hat", worn),
                            Phrase.of(
                                    "a straw hat with " + Phrase.article(accent + " ribbon"),
                                    worn,
                                    portrait.accent()));
            case WREATH ->
                    List.of(
                            Phrase.of("a flower wreath", worn),
                            Phrase.of(
                                    "a flower wreath with " + accent + " blossoms",
                                    worn,
                                    portrait.accent()));
            default ->
                    List.of(
                            Phrase.of(Phrase.article(worn.words()), worn),
                            Phrase.of(
                                    Phrase.article(accent + " " + worn.words()),
                                    worn,
                                    portrait.accent()));
        };
    }

    private List<Phrase> accessory() {
        Accessory worn = portrait.accessory();
        return switch (worn) {
            case NONE -> List.of();
            case EARRINGS, GLASSES -> List.of(Phrase.of(worn.words(), worn));
            case NECKLACE -> List.of(Phrase.of(Phrase.article(worn.words()), worn));
            case SCARF, FLOWER ->
                    List.of(
                            Phrase.of(Phrase.article(worn.words()), worn),
                            Phrase.of(
                                    Phrase.article(accent + " " + worn.words()),
                                    worn,
                                    portrait.accent()));
        };
    }
}
