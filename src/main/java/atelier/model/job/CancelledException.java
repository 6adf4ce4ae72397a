package atelier.model.job;

import atelier.model.AtelierException;

/** Ends work that its owner asked to stop; what was finished before stays. */
public final class CancelledException extends AtelierException {

    private static final long serialVersionUID = 1L;

    /** Made by {@link CancelToken#check}. */
    public CancelledException() {
        super("Stopped on request; what was already finished has been kept.");
    }
}
