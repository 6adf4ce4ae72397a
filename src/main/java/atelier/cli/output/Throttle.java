package atelier.cli.output;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets something happen at most once in a while. */
final class Throttle {

    private final LongSupplier nanoTime;
    private final long interval;
    private long next;

    /**
     * @param nanoTime a clock as {@link System#nanoTime}
     * @param interval between two that are let through
     */
    Throttle(LongSupplier nanoTime, Duration interval) {
        this.nanoTime = nanoTime;
        this.interval = interval.toNanos();
        this.next = nanoTime.getAsLong();
    }

    /** Whether it may happen now; if so, it counts as having happened. */
    boolean allows() {
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return false;
        }
        next = now + interval;
        return true;
    }
}
