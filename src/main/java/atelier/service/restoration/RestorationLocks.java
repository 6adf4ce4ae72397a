package atelier.service.restoration;

import atelier.service.storage.FolderLock;
import atelier.service.storage.FolderLocks;
import atelier.service.storage.ThisProcess;
import java.nio.file.Path;

/** Lets one process at a time write restored images to a folder; a process has one of these. */
public final class RestorationLocks {

    private final FolderLocks locks =
            new FolderLocks(
                    "restoration.lock",
                    "Images are being restored into %s by %s: wait for it to end, or stop it.");

    /**
     * Takes a folder, which must exist.
     *
     * @throws atelier.model.AtelierException if another process has it
     */
    FolderLock take(Path folder) {
        return locks.take(folder, ThisProcess.words());
    }
}
