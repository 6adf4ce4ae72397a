package atelier.service.training;

import atelier.model.job.CancelToken;
import org.jspecify.annotations.Nullable;

/**
 * Takes the probes of a run when it is time: before the first step, every so many steps, and after
 * the last.
 */
final class Probes {

    private final Probe trained;
    private final @Nullable Probe heldBack;
    private final int every;
    private final long steps;

    /**
     * @param trained on pictures that are trained on
     * @param heldBack on pictures that are not; null where there are none
     * @param every steps between two; 0 never
     * @param steps of the whole run
     */
    Probes(Probe trained, @Nullable Probe heldBack, int every, long steps) {
        this.trained = trained;
        this.heldBack = heldBack;
        this.every = every;
        this.steps = steps;
    }

    /** What they come to after that many steps; nothing where it is not time. */
    Probed after(long step, CancelToken cancel) {
        if (every == 0 || (step % every != 0 && step != steps)) {
            return Probed.NONE;
        }
        return new Probed(
                trained.measure(cancel), heldBack == null ? null : heldBack.measure(cancel));
    }
}
