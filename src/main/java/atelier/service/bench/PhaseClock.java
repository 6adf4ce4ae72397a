package atelier.service.bench;

import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Takes the time of each phase of one image from what its maker tells of its progress: the prompt
 * is encoded before the first step begins, steps are told one by one, and decoding at its beginning
 * and end.
 */
final class PhaseClock implements ProgressListener {

    private static final String STEP = "step";
    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private final long begin;
    private final List<Double> steps = new ArrayList<>();
    private long last;
    private double text;
    private double decode;

    /** Starts now. */
    PhaseClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.last = begin;
    }

    @Override
    public void progressed(Progress progress) {
        long now = nanoTime.getAsLong();
        double passed = (now - last) / NANOS;
        last = now;
        if (progress.unit().equals(STEP)) {
            if (progress.done() == 0) {
                text = passed;
            } else {
                steps.add(passed);
            }
        } else if (progress.done() == progress.total()) {
            decode = passed;
        }
    }

    /** Seconds for the prompt. */
    double text() {
        return text;
    }

    /** Seconds of each step. */
    List<Double> steps() {
        return List.copyOf(steps);
    }

    /** Seconds to decode. */
    double decode() {
        return decode;
    }

    /** Seconds from the beginning to the last that was heard. */
    double image() {
        return (last - begin) / NANOS;
    }
}
