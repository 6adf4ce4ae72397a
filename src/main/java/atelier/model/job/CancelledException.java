package atelier.model.job;

import atelier.model.AtelierException;

/** Ends work that its owner asked to stop; what was finished before stays. */
public class CancelledException extends AtelierException {

    private static final long serialVersionUID = 1L;

    /** Made by {@link CancelToken#check}. */
    public CancelledException() {
        super("Stopped on request; what was already finished has been kept.");
    }

    /** For work that can say what was kept. */
    protected CancelledException(String message, Throwable cause) {
        super(message, cause);
    }
}
