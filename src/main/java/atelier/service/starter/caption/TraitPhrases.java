package atelier.service.starter.caption;

import atelier.model.starter.HairStyle;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.Trait;
import atelier.service.starter.painter.Dice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How captions say one thing of a portrait and nothing else. */
public final class TraitPhrases {

    private static final String USE = "trait";

    private TraitPhrases() {}

    /**
     * The words for a trait, as a tag is written; empty where captions never say it by itself.
     *
     * @param trait a value of an attribute of portraits
     */
    public static String of(Trait trait) {
        PortraitAttribute attribute = PortraitAttribute.of(trait);
        Set<PortraitAttribute> others = new HashSet<>(PortraitAttribute.ALL);
        others.remove(attribute);
        Chooser chooser = new Chooser(new Dice(0, USE), others, true);
        return Parts.of(plain(attribute, trait), chooser).order().stream()
                .findFirst()
                .map(Phrase::tag)
                .orElse("");
    }

    /** Somebody of whom that is so, with hair, so that it has a colour. */
    private static Portrait plain(PortraitAttribute asked, Trait value) {
        List<Trait> traits = new ArrayList<>();
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            Trait usual = attribute.values().getFirst();
            traits.add(usual == HairStyle.BALD ? HairStyle.SHORT : usual);
        }
        traits.set(asked.place(), value);
        return PortraitAttribute.portrait(traits);
    }
}
