package atelier.service.starter.caption;

import atelier.service.starter.painter.Dice;
import java.util.List;
import java.util.Locale;

/**
 * Invents names. There are hundreds of thousands of them, so that to a model that has read many, a
 * new one is a word like others and no surprise.
 */
final class Names {

    private static final List<String> BEGINNINGS =
            List.of(
                    "a", "be", "bo", "cha", "da", "do", "e", "fa", "ga", "gu", "ha", "i", "ja",
                    "ka", "ki", "la", "lu", "ma", "mi", "na", "ni", "o", "pa", "qui", "ra", "ro",
                    "sa", "se", "sho", "ta", "te", "tu", "u", "va", "vi", "wa", "xa", "ya", "yu",
                    "za", "zo");
    private static final List<String> MIDDLES =
            List.of(
                    "b", "ch", "d", "dr", "g", "j", "k", "l", "ld", "lm", "m", "mb", "n", "nd",
                    "nt", "r", "rd", "rm", "rz", "s", "sh", "st", "t", "tr", "v", "vr", "y", "z");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u");
    private static final List<String> ENDINGS =
            List.of(
                    "bek", "dar", "gul", "jan", "ka", "lan", "lia", "mir", "na", "nor", "ra", "ris",
                    "sha", "so", "ta", "tan", "va", "vin", "yar", "zan", "x", "l", "n", "s");

    private Names() {}

    /** A name; most have a capital, some are written as bare words. */
    static String invent(Dice dice) {
        StringBuilder name = new StringBuilder(dice.pick(BEGINNINGS));
        int syllables = dice.happens(0.35) ? 2 : 1;
        for (int i = 0; i < syllables; i++) {
            name.append(dice.pick(MIDDLES)).append(dice.pick(VOWELS));
        }
        name.append(dice.pick(ENDINGS));
        String word = name.toString();
        return dice.happens(0.8)
                ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                : word;
    }
}
