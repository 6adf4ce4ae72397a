package atelier.service.starter.painter;

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
import atelier.model.starter.SkinTone;
import atelier.model.starter.Tilt;
import atelier.model.starter.TimeOfDay;
import atelier.model.starter.Turn;

/** A portrait in which nothing hides anything. */
final class Sitters {

    static final Portrait PLAIN =
            new Portrait(
                    FaceShape.ROUND,
                    SkinTone.GOLDEN,
                    EyeShape.ROUND,
                    EyeColour.GREEN,
                    BrowShape.THICK,
                    NoseShape.STRAIGHT,
                    MouthShape.WIDE,
                    Expression.CALM,
                    FacialHair.NONE,
                    HairStyle.SHORT,
                    HairColour.BROWN,
                    Headwear.NONE,
                    Garment.ROBE,
                    ClothColour.BLUE,
                    AccentColour.GOLD,
                    Pattern.DOTS,
                    Accessory.NONE,
                    Background.STEPPE,
                    TimeOfDay.DAY,
                    DrawingStyle.FLAT,
                    Turn.FRONT,
                    Tilt.UPRIGHT,
                    Framing.BUST);

    private Sitters() {}
}
