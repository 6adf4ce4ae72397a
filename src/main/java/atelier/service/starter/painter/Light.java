package atelier.service.starter.painter;

import atelier.model.starter.TimeOfDay;
import java.awt.Color;

/**
 * The colours of an hour.
 *
 * @param top of the sky
 * @param low the sky over the horizon
 * @param far mountains
 * @param meadow the far grass
 * @param grass the near grass
 * @param ground the grass at one's feet
 * @param sun sun or moon
 * @param cast what the hour lends to a person, with its opacity
 */
record Light(
        Color top,
        Color low,
        Color far,
        Color meadow,
        Color grass,
        Color ground,
        Color sun,
        Color cast) {

    /** The colours of that hour. */
    static Light of(TimeOfDay time) {
        return switch (time) {
            case MORNING ->
                    of(
                            0xb7a2dc, 0xfbd3c2, 0xa593bd, 0xc9bd78, 0xa5a463, 0x7f8651, 0xfff0c4,
                            0xff9fb8, 0.06);
            case DAY ->
                    of(
                            0x6fbdea, 0xdaf1f6, 0x8db6b3, 0xb2cc6a, 0x84b053, 0x5f8f44, 0xfff3b0,
                            0xffffff, 0);
            case EVENING ->
                    of(
                            0xe2633f, 0xfccf86, 0xb86b52, 0xd19645, 0xa66d38, 0x744a30, 0xffe9a6,
                            0xff8a3c, 0.11);
            case NIGHT ->
                    of(
                            0x141b42, 0x3f4c8c, 0x2b3768, 0x36466b, 0x293758, 0x1c2742, 0xfdf0c4,
                            0x2a2f86, 0.12);
        };
    }

    private static Light of(
            int top,
            int low,
            int far,
            int meadow,
            int grass,
            int ground,
            int sun,
            int cast,
            double strength) {
        return new Light(
                new Color(top),
                new Color(low),
                new Color(far),
                new Color(meadow),
                new Color(grass),
                new Color(ground),
                new Color(sun),
                Tint.veil(new Color(cast), strength));
    }
}
