package atelier.service.training;

import atelier.service.storage.FolderLock;
import atelier.service.storage.FolderLocks;
import java.nio.file.Path;

/** Lets one training at a time into a run's folder; a process has one of these. */
public final class RunLocks {

    /** The file's name. */
    static final String NAME = "run.lock";

    private final FolderLocks locks =
            new FolderLocks(NAME, "%s is being trained in by %s: wait for it to end, or stop it.");

    /**
     * Takes a folder.
     *
     * @param folder must exist
     * @param owner process and machine that take it, in one line
     * @throws atelier.model.AtelierException if another training holds it, or it cannot be written
     *     to
     */
    FolderLock take(Path folder, String owner) {
        return locks.take(folder, owner);
    }

    /**
     * Looks whether a training holds a folder.
     *
     * @throws atelier.model.AtelierException if one does; it names it
     */
    void requireFree(Path folder) {
        locks.requireFree(folder);
    }
}
