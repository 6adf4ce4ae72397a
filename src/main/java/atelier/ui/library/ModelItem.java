package atelier.ui.library;

import atelier.model.job.JobRecord;
import atelier.model.library.CatalogEntry;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model that is there, or can be fetched.
 *
 * @param name for people
 * @param purpose what it is for: the catalog's words, or the kind of file it was found to be
 * @param bytes its size
 * @param entry of the catalog; null for a model of the user's own
 * @param path where it lies; null where it is not there
 * @param job that fetches it, or did last; null where none does
 */
public record ModelItem(
        String name,
        String purpose,
        long bytes,
        @Nullable CatalogEntry entry,
        @Nullable Path path,
        @Nullable JobRecord job) {

    /** How far it is. */
    enum State {
        /** It is there. */
        INSTALLED,
        /** It can be fetched. */
        AVAILABLE,
        /** It waits to be fetched. */
        WAITING,
        /** It is being fetched. */
        FETCHING,
        /** Fetching it was set aside; what came is kept. */
        PAUSED,
        /** Fetching it failed; what came is kept. */
        FAILED
    }

    /** How far it is. */
    State state() {
        if (path != null) {
            return State.INSTALLED;
        } else if (job == null) {
            return State.AVAILABLE;
        }
        return switch (job.state()) {
            case QUEUED -> State.WAITING;
            case RUNNING -> State.FETCHING;
            case PAUSED -> State.PAUSED;
            case FAILED -> State.FAILED;
            case CANCELLED, DONE -> State.AVAILABLE;
        };
    }

    /** The same with another job. */
    ModelItem with(@Nullable JobRecord now) {
        return new ModelItem(name, purpose, bytes, entry, path, now);
    }
}
