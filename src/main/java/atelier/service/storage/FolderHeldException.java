package atelier.service.storage;

import atelier.model.AtelierException;

/** A folder that cannot be taken, as another process or another part of this one holds it. */
public final class FolderHeldException extends AtelierException {

    private static final long serialVersionUID = 1L;

    private final String owner;

    FolderHeldException(String message, String owner) {
        super(message);
        this.owner = owner;
    }

    /** Process and machine that hold it, in words. */
    public String owner() {
        return owner;
    }
}
