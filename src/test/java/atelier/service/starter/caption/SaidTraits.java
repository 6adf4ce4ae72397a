package atelier.service.starter.caption;

import atelier.model.starter.AccentColour;
import atelier.model.starter.Accessory;
import atelier.model.starter.Background;
import atelier.model.starter.BrowShape;
import atelier.model.starter.ClothColour;
import atelier.model.starter.DrawingStyle;
import atelier.model.starter.Expression;
import atelier.model.starter.EyeColour;
import atelier.model.starter.EyeShape;
import atelier.model.starter.FaceShape;
import atelier.model.starter.FacialHair;
import atelier.model.starter.Framing;
import atelier.model.starter.Garment;
import atelier.model.starter.HairColour;
import atelier.model.starter.HairStyle;
import atelier.model.starter.Headwear;
import atelier.model.starter.MouthShape;
import atelier.model.starter.NoseShape;
import atelier.model.starter.SkinTone;
import atelier.model.starter.Tilt;
import atelier.model.starter.TimeOfDay;
import atelier.model.starter.Trait;
import atelier.model.starter.Turn;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads captions as a person would: which traits do the words name? */
final class SaidTraits {

    private static final String A_WORD = "(\\p{L}+ )?";
    private static final String HAIRS =
            "(hair|bob|braids|topknot|twin buns|ponytail|mohawk|moustache|goatee|beard)";
    private static final String GARMENTS = "(robe|sweater|shirt|hoodie)";

    private final Map<Trait, Pattern> signs = new HashMap<>();

    SaidTraits() {
        each(FaceShape.values(), words -> words + " face");
        each(SkinTone.values(), words -> words + " skin");
        each(EyeShape.values(), words -> words + " " + A_WORD + "eyes");
        each(EyeColour.values(), words -> words + " eyes");
        each(BrowShape.values(), words -> words + " brows");
        each(NoseShape.values(), words -> words + " nose");
        each(MouthShape.values(), words -> words);
        each(Expression.values(), words -> words);
        each(FacialHair.values(), words -> words.replace(" beard", " " + A_WORD + "beard"));
        each(HairStyle.values(), words -> words.replace(" hair", " " + A_WORD + "hair"));
        each(HairColour.values(), words -> words + " " + HAIRS);
        each(Headwear.values(), words -> words.replace("bareheaded", "bare head"));
        each(Garment.values(), words -> words);
        each(ClothColour.values(), words -> words + " " + GARMENTS);
        each(AccentColour.values(), words -> words);
        each(atelier.model.starter.Pattern.values(), words -> words + " " + A_WORD + GARMENTS);
        each(Accessory.values(), words -> words);
        each(Background.values(), words -> words);
        each(
                TimeOfDay.values(),
                words -> words.equals("night") || words.equals("day") ? "(at|by) " + words : words);
        each(DrawingStyle.values(), words -> words);
        each(Turn.values(), words -> words);
        each(Tilt.values(), words -> words);
        each(Framing.values(), words -> words);
    }

    private void each(Trait[] traits, UnaryOperator<String> sign) {
        for (Trait trait : traits) {
            signs.put(
                    trait,
                    Pattern.compile(
                            "(?<![\\p{L}-])" + sign.apply(trait.words()) + "(?![\\p{L}-])",
                            Pattern.CASE_INSENSITIVE));
        }
    }

    /** What a caption says, as far as words can be told apart. */
    Set<Trait> of(String caption) {
        return signs.entrySet().stream()
                .filter(sign -> sign.getValue().matcher(caption).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
