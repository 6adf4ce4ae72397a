package atelier.service.bench;

import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;

/** Takes the time of pieces of work and tells of each as it is done. */
final class CountedWork {

    private static final double NANOS = 1e9;

    private final ProgressListener progress;
    private final String unit;
    private final int total;
    private int done;

    /**
     * @param first what is done first
     * @param unit what a piece is
     * @param total how many pieces there are
     */
    CountedWork(ProgressListener progress, String first, String unit, int total) {
        this.progress = progress;
        this.unit = unit;
        this.total = total;
        progress.progressed(Progress.of(first, 0, total, unit));
    }

    /**
     * Does a piece.
     *
     * @return the seconds it took
     */
    double seconds(String stage, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / NANOS;
        done(stage);
        return seconds;
    }

    /** Tells that one more piece is done. */
    void done(String stage) {
        done++;
        progress.progressed(Progress.of(stage, done, total, unit));
    }
}
