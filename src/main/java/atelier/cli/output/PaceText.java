package atelier.cli.output;

import atelier.model.job.Progress;
import atelier.service.job.Pace;
import java.util.Locale;

/** How fast a stage goes, in words. */
final class PaceText {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private PaceText() {}

    /**
     * Speed in whichever of units a second and seconds a unit is above one; empty where unknown.
     */
    static String speed(Pace pace, Progress progress) {
        double speed = pace.perSecond(progress);
        if (speed <= 0) {
            return "";
        }
        return speed >= 1
                ? "%s %s/s".formatted(threeDigits(speed), progress.unit())
                : "%s s/%s".formatted(threeDigits(1 / speed), progress.unit());
    }

    /** Time left; empty where unknown. */
    static String left(Pace pace, Progress progress) {
        double left = pace.secondsLeft(progress);
        return left < 0 ? "" : durationText(Math.round(left)) + " left";
    }

    /** A duration in its two largest units. */
    static String durationText(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return "%d min %d s".formatted(seconds / MINUTE, seconds % MINUTE);
        }
        return "%d h %d min".formatted(seconds / HOUR, seconds % HOUR / MINUTE);
    }

    private static String threeDigits(double value) {
        String format = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }
}
