package atelier.ui.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** Takes the time of every frame while it runs, and so lets there be one all the time. */
public final class FrameMeter extends AnimationTimer {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Double> millis = new ArrayList<>();
    private long last = Long.MIN_VALUE;

    @Override
    public void handle(long now) {
        // Not the pulse's own time, which is that of the frame before it where one was late.
        long seen = System.nanoTime();
        if (last != Long.MIN_VALUE) {
            millis.add((seen - last) / NANOS_PER_MILLI);
        }
        last = seen;
    }

    /** What it has seen. */
    public FrameTimes times() {
        return new FrameTimes(millis);
    }
}
