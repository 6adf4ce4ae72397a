package atelier.service.review;

import atelier.service.storage.FolderLock;
import atelier.service.storage.FolderLocks;
import atelier.service.storage.ThisProcess;

/** Lets one process at a time make the cells of a comparison; a process has one of these. */
public final class ComparisonLocks {

    private final FolderLocks locks =
            new FolderLocks(
                    "comparison.lock",
                    "The comparison in %s is being made by %s: wait for it to end, or stop it.");

    /**
     * Takes a comparison's folder, which must exist.
     *
     * @throws atelier.model.AtelierException if another process has it
     */
    FolderLock take(ComparisonFolder folder) {
        return locks.take(folder.root(), ThisProcess.words());
    }
}
