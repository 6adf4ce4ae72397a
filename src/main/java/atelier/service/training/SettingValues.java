package atelier.service.training;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** What a setting can be. */
sealed interface SettingValues {

    /** Longer numbers are written with an exponent. */
    int LONGEST_PLAIN = 8;

    /** The same for people, to stand after "choose". */
    String text();

    /** Whole numbers in a range. */
    record Whole(long least, long most) implements SettingValues {

        @Override
        public String text() {
            return least == Long.MIN_VALUE && most == Long.MAX_VALUE
                    ? "a whole number"
                    : "a whole number from %d to %d".formatted(least, most);
        }
    }

    /** Numbers in a range, ends included. */
    record Real(double least, double most) implements SettingValues {

        @Override
        public String text() {
            return "a number from %s to %s".formatted(number(least), number(most));
        }
    }

    /**
     * Several whole numbers in a range, with commas between.
     *
     * @param count how many at most
     */
    record Wholes(long least, long most, int count) implements SettingValues {

        @Override
        public String text() {
            return "up to %d whole numbers from %d to %d with commas between"
                    .formatted(count, least, most);
        }
    }

    /**
     * Any text.
     *
     * @param text what it should be
     */
    record Text(String text) implements SettingValues {}

    /** One of some words. */
    record Words(List<String> words) implements SettingValues {

        static final Words FLAG = new Words(List.of("true", "false"));

        /** Copies the list. */
        public Words {
            words = List.copyOf(words);
        }

        /** The constants of an enum. */
        static Words of(Enum<?>[] constants) {
            return new Words(Arrays.stream(constants).map(Enum::toString).toList());
        }

        @Override
        public String text() {
            return "one of " + String.join(", ", words);
        }
    }

    /** A value of any kind as people write it. */
    static String text(Object value) {
        return value instanceof Double real ? number(real) : String.valueOf(value);
    }

    /** A number as people write it: 0.0001, 1e-8, 16. */
    static String number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        String plain = exact.toPlainString();
        return plain.length() <= LONGEST_PLAIN
                ? plain
                : exact.unscaledValue() + "e" + -exact.scale();
    }
}
