package atelier.service.training.state;

import atelier.model.AtelierException;

/** A saved state that cannot be gone on from; an earlier one may do. */
public final class DamagedStateException extends AtelierException {

    private static final long serialVersionUID = 1L;

    DamagedStateException(String message, Throwable cause) {
        super(message, cause);
    }

    DamagedStateException(String message) {
        super(message);
    }
}
