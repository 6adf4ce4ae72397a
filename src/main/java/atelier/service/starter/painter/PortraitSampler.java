package atelier.service.starter.painter;

import atelier.model.AtelierException;
import atelier.model.starter.AccentColour;
import atelier.model.starter.Accessory;
import atelier.model.starter.ClothColour;
import atelier.model.starter.EyeShape;
import atelier.model.starter.FacialHair;
import atelier.model.starter.HairStyle;
import atelier.model.starter.Headwear;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.Trait;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Draws portraits at random, each from its seed alone. Every value of an attribute comes up; what
 * cannot be seen together does not: hair that stands up under a hat that covers it, or trim of the
 * cloth's own colour.
 */
public final class PortraitSampler {

    private static final int MOST_TRIES = 1000;

    /** How likely each of these is before all values of its attribute get an equal chance. */
    private static final Map<Trait, Double> FAVOURED =
            Map.of(
                    FacialHair.NONE, 0.45,
                    Headwear.NONE, 0.5,
                    Accessory.NONE, 0.2);

    private static final Set<HairStyle> UNDER_HATS =
            EnumSet.of(
                    HairStyle.BALD,
                    HairStyle.SHORT,
                    HairStyle.CURLY,
                    HairStyle.BOB,
                    HairStyle.LONG,
                    HairStyle.BRAIDS);

    private static final Map<ClothColour, Set<AccentColour>> LOST_ON = lostOn();

    private final Predicate<Portrait> excluded;

    /** Draws among all portraits. */
    public PortraitSampler() {
        this(portrait -> false);
    }

    /**
     * @param excluded portraits that are never given, such as those of a character that a model
     *     shall not know
     */
    public PortraitSampler(Predicate<Portrait> excluded) {
        this.excluded = excluded;
    }

    private static Map<ClothColour, Set<AccentColour>> lostOn() {
        Map<ClothColour, Set<AccentColour>> lost = new EnumMap<>(ClothColour.class);
        lost.put(ClothColour.RED, EnumSet.of(AccentColour.SCARLET));
        lost.put(ClothColour.ORANGE, EnumSet.of(AccentColour.SCARLET, AccentColour.GOLD));
        lost.put(ClothColour.YELLOW, EnumSet.of(AccentColour.GOLD, AccentColour.IVORY));
        lost.put(ClothColour.GREEN, EnumSet.noneOf(AccentColour.class));
        lost.put(ClothColour.TEAL, EnumSet.of(AccentColour.TURQUOISE));
        lost.put(ClothColour.BLUE, EnumSet.of(AccentColour.INDIGO));
        lost.put(ClothColour.PURPLE, EnumSet.of(AccentColour.INDIGO));
        lost.put(ClothColour.WHITE, EnumSet.of(AccentColour.IVORY));
        lost.put(ClothColour.BLACK, EnumSet.of(AccentColour.INDIGO));
        return lost;
    }

    /**
     * Draws a portrait.
     *
     * @param seed the same one gives the same portrait
     * @throws AtelierException if nearly everything is excluded
     */
    public Portrait draw(long seed) {
        Dice dice = new Dice(seed, "portrait");
        for (int i = 0; i < MOST_TRIES; i++) {
            Portrait portrait = drawAny(dice);
            if (isSeen(portrait) && !excluded.test(portrait)) {
                return portrait;
            }
        }
        throw new AtelierException(
                "No portrait was found in %d that is not excluded: exclude less."
                        .formatted(MOST_TRIES));
    }

    private static Portrait drawAny(Dice dice) {
        List<Trait> traits = new ArrayList<>();
        for (PortraitAttribute attribute : PortraitAttribute.ALL) {
            Trait usual = attribute.values().getFirst();
            boolean favoured = dice.happens(FAVOURED.getOrDefault(usual, 0.0));
            traits.add(favoured ? usual : dice.pick(attribute.values()));
        }
        return PortraitAttribute.portrait(traits);
    }

    /** Whether everything that the portrait says can be seen in its picture. */
    public static boolean isSeen(Portrait portrait) {
        boolean open =
                portrait.headwear() == Headwear.NONE
                        || portrait.headwear() == Headwear.HEADBAND
                        || portrait.headwear() == Headwear.WREATH;
        boolean hairSeen = open || UNDER_HATS.contains(portrait.hairStyle());
        boolean flowerSeen =
                portrait.accessory() != Accessory.FLOWER
                        || (open && portrait.headwear() != Headwear.WREATH);
        boolean accentSeen =
                !LOST_ON.getOrDefault(portrait.clothColour(), Set.of()).contains(portrait.accent());
        boolean lashesWithoutBeard =
                portrait.eyeShape() != EyeShape.LASHED || portrait.facialHair() == FacialHair.NONE;
        return hairSeen && flowerSeen && accentSeen && lashesWithoutBeard;
    }
}
