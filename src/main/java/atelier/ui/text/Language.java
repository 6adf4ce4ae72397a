package atelier.ui.text;

import java.util.Locale;

/** The languages of the window. */
public enum Language {
    /** English: one picture, two pictures. */
    ENGLISH("en", "English") {
        @Override
        int form(long count) {
            return count == 1 ? ONE : OTHER;
        }
    },
    /** Russian, with three forms: 1 снимок, 2 снимка, 5 снимков. */
    RUSSIAN("ru", "Русский") {
        @Override
        int form(long count) {
            long tens = Math.abs(count) % 100;
            long ones = tens % 10;
            if ((tens >= 11 && tens <= 14) || ones == 0 || ones > 4) {
                return MANY;
            }
            return ones == 1 ? ONE : OTHER;
        }
    };

    private static final int ONE = 0;
    private static final int OTHER = 1;
    private static final int MANY = 2;

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /** Which of a word's forms goes with a whole number, counted from 0. */
    abstract int form(long count);

    /** For the rules of numbers and dates. */
    public Locale locale() {
        return locale;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The language of a system that speaks {@code locale}, English where there is no other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(RUSSIAN.locale.getLanguage()) ? RUSSIAN : ENGLISH;
    }
}
