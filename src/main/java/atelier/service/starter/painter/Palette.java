package atelier.service.starter.painter;

import atelier.model.starter.AccentColour;
import atelier.model.starter.ClothColour;
import atelier.model.starter.EyeColour;
import atelier.model.starter.HairColour;
import atelier.model.starter.SkinTone;
import java.awt.Color;

/** The colours that have names. Those of one attribute lie well apart. */
final class Palette {

    private static final Color WARMTH = new Color(0xa8402f);

    private Palette() {}

    /** Skin in the light. */
    static Color of(SkinTone skin) {
        return new Color(
                switch (skin) {
                    case FAIR -> 0xfadfca;
                    case GOLDEN -> 0xf2c48e;
                    case TAN -> 0xdf9f68;
                    case BROWN -> 0xb0714a;
                    case DARK -> 0x623d36;
                });
    }

    /** The same skin in the shade, where blood shines through. */
    static Color shaded(Color skin) {
        return Tint.dark(Tint.mix(skin, WARMTH, 0.24), 0.06);
    }

    /** Irises. */
    static Color of(EyeColour eyes) {
        return new Color(
                switch (eyes) {
                    case BROWN -> 0x7d4524;
                    case BLUE -> 0x3a8be0;
                    case GREEN -> 0x35a055;
                    case GREY -> 0x97a3ae;
                    case AMBER -> 0xf0a21c;
                    case VIOLET -> 0x8e57d8;
                });
    }

    /** Hair. */
    static Color of(HairColour hair) {
        return new Color(
                switch (hair) {
                    case BLACK -> 0x2c2531;
                    case BROWN -> 0x834c29;
                    case RED -> 0xc4502a;
                    case BLOND -> 0xecc25e;
                    case WHITE -> 0xebe8ef;
                    case BLUE -> 0x3f74cc;
                    case PINK -> 0xef7fae;
                });
    }

    /** Cloth. */
    static Color of(ClothColour cloth) {
        return new Color(
                switch (cloth) {
                    case RED -> 0xb8323c;
                    case ORANGE -> 0xe6812f;
                    case YELLOW -> 0xf0c545;
                    case GREEN -> 0x4a8f4f;
                    case TEAL -> 0x1f8f8b;
                    case BLUE -> 0x3f6fc0;
                    case PURPLE -> 0x7d4fae;
                    case WHITE -> 0xf1ece3;
                    case BLACK -> 0x35323f;
                });
    }

    /** Trim. */
    static Color of(AccentColour accent) {
        return new Color(
                switch (accent) {
                    case GOLD -> 0xe9b949;
                    case SCARLET -> 0xd93f33;
                    case IVORY -> 0xf6ead2;
                    case TURQUOISE -> 0x3fc4bd;
                    case INDIGO -> 0x3b3f8f;
                    case ROSE -> 0xf08fa8;
                });
    }
}
