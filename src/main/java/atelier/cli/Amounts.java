package atelier.cli;

import java.util.Locale;

/** Large numbers as people read them. */
final class Amounts {

    private static final double THOUSAND = 1000;

    /** Seconds of a minute, and minutes of an hour. */
    private static final long MINUTE = 60;

    private Amounts() {}

    /** Bytes in decimal units, as drives are sold: "6.94 GB". */
    static String bytes(long bytes) {
        return bytes < THOUSAND ? bytes + " bytes" : scaled(bytes, " kB", " MB", " GB", " TB");
    }

    /**
     * So many of something: "1 picture", "1,200 pictures".
     *
     * @param noun of one, whose plural ends in s
     */
    static String of(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** A count: "2.57 G", "764". */
    static String count(long count) {
        return count < THOUSAND ? Long.toString(count) : scaled(count, " k", " M", " G", " T");
    }

    /** A duration: "12.8 s", "0.0041 s". */
    static String seconds(double seconds) {
        String format = seconds < 0.1 ? "%.4f s" : seconds < 10 ? "%.2f s" : "%.1f s";
        return String.format(Locale.ROOT, format, seconds);
    }

    /** A duration that may be long: "16.6 s", "42 min", "9 h 13 min". */
    static String duration(double seconds) {
        long minutes = Math.round(seconds / MINUTE);
        if (minutes < 2) {
            return seconds(seconds);
        }
        return minutes < 2 * MINUTE
                ? minutes + " min"
                : "%d h %d min".formatted(minutes / MINUTE, minutes % MINUTE);
    }

    private static String scaled(long value, String... units) {
        double scaled = value / THOUSAND;
        int unit = 0;
        while (scaled >= THOUSAND && unit < units.length - 1) {
            scaled /= THOUSAND;
            unit++;
        }
        String format = scaled < 10 ? "%.2f%s" : scaled < 100 ? "%.1f%s" : "%.0f%s";
        return String.format(Locale.ROOT, format, scaled, units[unit]);
    }
}
