package atelier.ui.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes numbers and amounts as a language does: 1,200 and 62% in English, 1200, 12 000 and 62 % in
 * Russian.
 *
 * @param language whose rules
 * @param units the pattern of a unit by its key, such as {@code {0} GB}
 */
record Numbers(Language language, Function<String, String> units) {

    private static final char NARROW_SPACE = '\u202f';
    private static final long FIRST_GROUPED_IN_RUSSIAN = 10_000;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int SECONDS_COUNT_BELOW = 10 * MINUTE;
    private static final double TEN = 10;
    private static final MathContext RATE = new MathContext(2);
    private static final Pattern WRITTEN = Pattern.compile("-?\\d+\\.\\d+([eE]-?\\d+)?");
    private static final int LEAST_PLAIN_EXPONENT = -2;
    private static final double[] DECIMAL = {1e3, 1e6, 1e9, 1e12};
    private static final double[] BINARY = {0x1p10, 0x1p20, 0x1p30, 0x1p40};
    private static final String[] SIZES = {
        "unit.kilobytes", "unit.megabytes", "unit.gigabytes", "unit.terabytes"
    };

    /** A whole number, its thousands set apart. */
    String whole(long value) {
        boolean grouped =
                language != Language.RUSSIAN || Math.abs(value) >= FIRST_GROUPED_IN_RUSSIAN;
        return format(grouped ? "#,##0" : "0", (double) value);
    }

    /** A number with a fixed count of decimals. */
    String decimal(double value, int decimals) {
        return decimals == 0
                ? whole(Math.round(value))
                : format("0." + "0".repeat(decimals), value);
    }

    /** A text that is a number as programs write it, such as 0.0001; any other stays as it is. */
    String written(String text) {
        char separator = DecimalFormatSymbols.getInstance(language.locale()).getDecimalSeparator();
        return WRITTEN.matcher(text).matches() ? text.replace('.', separator) : text;
    }

    /** A small number such as a learning rate, with two digits: 1e-4, 3.7e-5. */
    String rate(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(RATE);
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = format("0.#", rounded.movePointLeft(exponent).doubleValue());
        return exponent >= LEAST_PLAIN_EXPONENT && exponent <= 0
                ? format("0.###", rounded.doubleValue())
                : digits + "e" + exponent;
    }

    /**
     * A share as percents.
     *
     * @param share from 0 to 1
     */
    String percent(double share) {
        return unit("unit.percent", whole(Math.round(share * 100)));
    }

    /** The size of a file, in units of a thousand, as shops and file managers count. */
    String bytes(long bytes) {
        return size(bytes, DECIMAL);
    }

    /** An amount of memory, in units of 1024, as memory is sold. */
    String memory(long bytes) {
        return size(bytes, BINARY);
    }

    /** An amount of memory in units of 1024³ bytes, for a line that names the unit elsewhere. */
    String gigabytes(double bytes) {
        double amount = bytes / BINARY[2];
        return decimal(amount, amount < TEN ? 1 : 0);
    }

    /**
     * A span of time with as much of it as one wants to know: 45 s, 1 min 41 s, 18 min, 2 h 5 min.
     */
    String duration(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        if (whole < MINUTE) {
            return unit("unit.seconds", whole(whole));
        }
        if (whole < SECONDS_COUNT_BELOW) {
            return both("unit.minutes", whole / MINUTE, "unit.seconds", whole % MINUTE);
        }
        long minutes = Math.round((double) whole / MINUTE);
        return minutes < MINUTE
                ? unit("unit.minutes", whole(minutes))
                : both("unit.hours", minutes * MINUTE / HOUR, "unit.minutes", minutes % MINUTE);
    }

    private String both(String large, long many, String small, long rest) {
        String first = unit(large, whole(many));
        return rest == 0 ? first : first + ' ' + unit(small, whole(rest));
    }

    private String size(long bytes, double[] units) {
        int unit = 0;
        while (unit < units.length - 1 && bytes >= units[unit + 1]) {
            unit++;
        }
        double amount = bytes / units[unit];
        return unit(SIZES[unit], decimal(amount, amount < TEN && unit > 0 ? 1 : 0));
    }

    private String unit(String key, String amount) {
        return units.apply(key).replace("{0}", amount);
    }

    private String format(String pattern, double value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
        if (language == Language.RUSSIAN) {
            symbols.setGroupingSeparator(NARROW_SPACE);
        }
        return new DecimalFormat(pattern, symbols).format(value);
    }
}
