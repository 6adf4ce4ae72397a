package atelier.cli.output;

import atelier.model.job.Progress;
import java.util.Locale;

/**
 * How fast a stage goes.
 *
 * @param doneAtStart units that were finished when it was first heard of
 * @param seconds since then
 */
record Pace(long doneAtStart, double seconds) {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** Units a second; 0 where nothing was finished yet. */
    double perSecond(Progress progress) {
        long done = progress.done() - doneAtStart;
        return done > 0 && seconds > 0 ? done / seconds : 0;
    }

    /** Seconds until the stage is done; negative where that is not known. */
    double secondsLeft(Progress progress) {
        double speed = perSecond(progress);
        return speed > 0 && progress.total() > 0
                ? (progress.total() - progress.done()) / speed
                : -1;
    }

    /**
     * Speed in whichever of units a second and seconds a unit is above one; empty where unknown.
     */
    String speedText(Progress progress) {
        double speed = perSecond(progress);
        if (speed <= 0) {
            return "";
        }
        return speed >= 1
                ? "%s %s/s".formatted(threeDigits(speed), progress.unit())
                : "%s s/%s".formatted(threeDigits(1 / speed), progress.unit());
    }

    /** Time left; empty where unknown. */
    String leftText(Progress progress) {
        double left = secondsLeft(progress);
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
