package atelier.service.training.curves;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis: the values from its beginning to its end, and where its marks stand.
 *
 * @param from value at the beginning
 * @param to value at the end, larger
 */
record Scale(double from, double to) {

    private static final double MARGIN = 0.06;
    private static final double SMALL = 1e-3;

    /** For values between these, with some room around. */
    static Scale around(double least, double most) {
        double span = most - least;
        double room = span > 0 ? MARGIN * span : Math.max(Math.abs(most), SMALL) / 2;
        double from = least - room;
        return new Scale(least >= 0 && from < 0 ? 0 : from, most + room);
    }

    /** Where a value lies between 0, the beginning, and 1, the end. */
    double place(double value) {
        return (value - from) / (to - from);
    }

    /** Round values for marks, about that many. */
    List<Double> marks(int about) {
        double rough = (to - from) / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        double step = power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
        List<Double> marks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - SMALL); i * step <= to + SMALL * step; i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** A value as people write it: 1,200 or 0.05 or 1e-4. */
    static String label(double value) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        if (exact.signum() == 0) {
            return "0";
        }
        if (Math.abs(value) < SMALL) {
            int exponent = exact.precision() - exact.scale() - 1;
            return exact.movePointLeft(exponent).stripTrailingZeros().toPlainString()
                    + "e"
                    + exponent;
        }
        return exact.scale() <= 0
                ? String.format(Locale.ROOT, "%,d", exact.toBigInteger())
                : exact.toPlainString();
    }
}
