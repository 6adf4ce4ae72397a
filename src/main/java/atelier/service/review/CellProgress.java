package atelier.service.review;

import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.review.CellTiming;
import atelier.service.bench.Median;
import atelier.service.generation.GenerationService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Tells of the cells of a comparison as of one stage, whose units are cells, and measures them.
 * Other stages, such as loading a base model, pass through.
 */
final class CellProgress implements ProgressListener {

    private static final String STAGE = "Comparing";
    private static final String STEP = "step";
    private static final String IMAGE = "image";
    private static final double NANOS = 1e9;

    private final ProgressListener listener;
    private final long total;
    private final LongSupplier nanos;
    private final List<Double> cells = new ArrayList<>();
    private final List<Double> swaps = new ArrayList<>();
    private long done;
    private long begun;

    /**
     * @param done cells that were there before
     * @param total cells in all
     * @param nanos a clock of nanoseconds from any start
     */
    CellProgress(ProgressListener listener, long done, long total, LongSupplier nanos) {
        this.listener = listener;
        this.done = done;
        this.total = total;
        this.nanos = nanos;
        tell("");
    }

    private void tell(String detail) {
        listener.progressed(new Progress(STAGE, done, total, "cell", detail));
    }

    /** A cell is there. */
    void finished() {
        cells.add(sinceBegun());
        begun = nanos.getAsLong();
        done++;
        tell("");
    }

    /** Seconds since the last thing that is measured began. */
    private double sinceBegun() {
        return (nanos.getAsLong() - begun) / NANOS;
    }

    @Override
    public void progressed(Progress progress) {
        if (progress.stage().equals(GenerationService.CHANGING)) {
            changing(progress);
        } else if (progress.unit().equals(STEP)) {
            tell("step %d of %d".formatted(progress.done(), progress.total()));
        } else if (!progress.unit().equals(IMAGE)) {
            listener.progressed(progress);
        }
    }

    private void changing(Progress progress) {
        if (progress.done() > 0) {
            swaps.add(sinceBegun());
        }
        begun = nanos.getAsLong();
    }

    /** The next cells are begun. */
    void begin() {
        begun = nanos.getAsLong();
    }

    @Override
    public void noticed(String notice) {
        listener.noticed(notice);
    }

    /** What was measured so far. */
    CellTiming timing() {
        return new CellTiming(median(cells), median(swaps), swaps.size());
    }

    private static double median(List<Double> seconds) {
        return seconds.isEmpty() ? 0 : Median.of(seconds);
    }
}
