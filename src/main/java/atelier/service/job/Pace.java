package atelier.service.job;

import atelier.model.job.Progress;

/**
 * How fast a stage goes.
 *
 * @param doneAtStart units that were finished when it was first heard of
 * @param seconds since then
 */
public record Pace(long doneAtStart, double seconds) {

    /** Units a second; 0 where nothing was finished yet. */
    public double perSecond(Progress progress) {
        long done = progress.done() - doneAtStart;
        return done > 0 && seconds > 0 ? done / seconds : 0;
    }

    /** Seconds until the stage is done; negative where that is not known. */
    public double secondsLeft(Progress progress) {
        double speed = perSecond(progress);
        return speed > 0 && progress.total() > 0
                ? (progress.total() - progress.done()) / speed
                : -1;
    }
}
