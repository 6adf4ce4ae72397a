package atelier.service.starter;

import atelier.engine.sampler.Seeds;
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
import atelier.model.starter.Pattern;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.model.starter.SkinTone;
import atelier.model.starter.Tilt;
import atelier.model.starter.TimeOfDay;
import atelier.model.starter.Trait;
import atelier.model.starter.Turn;
import atelier.service.starter.caption.CaptionWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The character to train on out of the box: Ilvara, whose white buns, amber eyes and gold hoops go
 * with a violet robe. What makes her is the same in all of her pictures and in none of their
 * captions; the rest changes and is said.
 */
public final class SampleCharacter {

    /** Her name, which is the trigger, too. */
    public static final String NAME = "Ilvara";

    private static final int ALIKE = 6;
    private static final long SEED = 16;

    private static final Portrait USUAL =
            new Portrait(
                    FaceShape.HEART,
                    SkinTone.BROWN,
                    EyeShape.LASHED,
                    EyeColour.AMBER,
                    BrowShape.ARCHED,
                    NoseShape.BUTTON,
                    MouthShape.FULL,
                    Expression.SMILE,
                    FacialHair.NONE,
                    HairStyle.BUNS,
                    HairColour.WHITE,
                    Headwear.NONE,
                    Garment.ROBE,
                    ClothColour.PURPLE,
                    AccentColour.GOLD,
                    Pattern.DIAMONDS,
                    Accessory.EARRINGS,
                    Background.PLAIN,
                    TimeOfDay.DAY,
                    DrawingStyle.FLAT,
                    Turn.FRONT,
                    Tilt.UPRIGHT,
                    Framing.BUST);

    private static final List<Trait> FEATURES =
            List.of(
                    USUAL.faceShape(),
                    USUAL.skin(),
                    USUAL.eyeShape(),
                    USUAL.eyeColour(),
                    USUAL.brows(),
                    USUAL.nose(),
                    USUAL.mouth(),
                    USUAL.facialHair(),
                    USUAL.hairStyle(),
                    USUAL.hairColour(),
                    USUAL.accessory());

    private static final Trait[][] TO_LEARN = {
        {},
        {Turn.LEFT, Background.STEPPE, Expression.CALM},
        {Turn.RIGHT, Background.CITY, TimeOfDay.EVENING, Expression.LAUGH},
        {Framing.HEAD, Background.SKY, Tilt.LEFT},
        {Framing.HALF, Background.STEPPE, TimeOfDay.EVENING, DrawingStyle.SOFT},
        {Framing.HALF, Turn.RIGHT, Background.ROOM, Expression.SURPRISE},
        {DrawingStyle.OUTLINE, TimeOfDay.MORNING, Expression.WINK, Tilt.RIGHT},
        {Turn.LEFT, Tilt.RIGHT, Background.CITY, TimeOfDay.NIGHT, Expression.SMILE},
        {
            Framing.HEAD,
            Turn.RIGHT,
            DrawingStyle.SOFT,
            TimeOfDay.MORNING,
            Background.ROOM,
            Expression.CALM
        },
        {Background.SKY, TimeOfDay.NIGHT, Expression.SAD, Turn.LEFT, DrawingStyle.SOFT},
        {
            Garment.SWEATER,
            ClothColour.TEAL,
            Pattern.STRIPES,
            AccentColour.IVORY,
            Background.ROOM,
            TimeOfDay.EVENING
        },
        {
            Garment.HOODIE,
            ClothColour.RED,
            Pattern.PLAIN,
            Framing.HALF,
            Background.CITY,
            Expression.ANGER,
            DrawingStyle.OUTLINE
        },
        {
            Garment.SHIRT,
            ClothColour.WHITE,
            Pattern.DOTS,
            AccentColour.SCARLET,
            Background.STEPPE,
            TimeOfDay.MORNING,
            Turn.RIGHT,
            Tilt.LEFT
        },
        {
            Headwear.WREATH,
            AccentColour.ROSE,
            Background.STEPPE,
            Tilt.RIGHT,
            Expression.LAUGH,
            DrawingStyle.OUTLINE
        },
        {
            Framing.HEAD,
            Turn.LEFT,
            DrawingStyle.OUTLINE,
            TimeOfDay.EVENING,
            Expression.SURPRISE,
            Background.SKY
        },
        {
            Framing.HALF,
            Background.PLAIN,
            TimeOfDay.EVENING,
            Expression.WINK,
            Turn.LEFT,
            DrawingStyle.SOFT
        },
    };

    private static final Trait[][] TO_COMPARE = {
        {Background.STEPPE},
        {Turn.RIGHT, Background.SKY, TimeOfDay.EVENING, Expression.CALM},
        {Framing.HEAD, Background.CITY, TimeOfDay.MORNING, Expression.LAUGH},
        {Framing.HALF, Turn.LEFT, Background.ROOM, TimeOfDay.NIGHT},
        {DrawingStyle.SOFT, Background.CITY, Tilt.LEFT, Expression.SURPRISE},
        {DrawingStyle.OUTLINE, Turn.RIGHT, Background.PLAIN, TimeOfDay.NIGHT, Tilt.RIGHT},
        {
            Garment.SWEATER,
            ClothColour.GREEN,
            Pattern.CHECKS,
            Background.STEPPE,
            TimeOfDay.NIGHT,
            Expression.WINK
        },
        {
            Garment.SHIRT,
            ClothColour.BLUE,
            Pattern.STRIPES,
            Framing.HALF,
            Background.SKY,
            TimeOfDay.MORNING,
            Turn.LEFT
        },
    };

    private SampleCharacter() {}

    /** The sixteen pictures to train on. */
    public static List<SamplePortrait> toLearn() {
        return portraits(TO_LEARN, "to learn");
    }

    /** Eight further ones, never trained on, to compare generated images with. */
    public static List<SamplePortrait> toCompare() {
        return portraits(TO_COMPARE, "to compare");
    }

    /** What makes her: the attributes that are alike in all of her pictures. */
    public static Set<PortraitAttribute> identity() {
        return FEATURES.stream().map(PortraitAttribute::of).collect(Collectors.toSet());
    }

    /**
     * Whether a portrait could be taken for her: white buns, or most of her features. A model that
     * shall learn her must not have been trained on such.
     */
    public static boolean isLike(Portrait portrait) {
        boolean whiteBuns = portrait.has(USUAL.hairStyle()) && portrait.has(USUAL.hairColour());
        return whiteBuns || FEATURES.stream().filter(portrait::has).count() >= ALIKE;
    }

    private static List<SamplePortrait> portraits(Trait[][] changes, String use) {
        CaptionWriter captions = new CaptionWriter(identity(), 6);
        List<SamplePortrait> portraits = new ArrayList<>();
        for (Trait[] change : changes) {
            long seed = Seeds.of(SEED, portraits.size(), use);
            Portrait portrait = USUAL.with(change);
            portraits.add(new SamplePortrait(portrait, captions.write(portrait, NAME, seed), seed));
        }
        return portraits;
    }
}
