package atelier.service.storage.database;

import atelier.model.library.Workspace;
import atelier.service.storage.FolderHeldException;
import atelier.service.storage.FolderLock;
import atelier.service.storage.FolderLocks;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.ThisProcess;
import org.jspecify.annotations.Nullable;

/**
 * A workspace that this process has open. The first process writes to it; a second may look at it
 * while the first has it open.
 */
public final class OpenWorkspace implements AutoCloseable {

    private final Workspace workspace;
    private final Database database;
    private final @Nullable FolderLock lock;

    private OpenWorkspace(Workspace workspace, Database database, @Nullable FolderLock lock) {
        this.workspace = workspace;
        this.database = database;
        this.lock = lock;
    }

    /** What workspaces are held by; a process has one. */
    public static FolderLocks locks() {
        return new FolderLocks(
                "workspace.lock",
                "The workspace %s is open in %s, so it can only be looked at here: close it there to change something.");
    }

    /**
     * Opens a workspace, making it where there is none.
     *
     * @param locks of this process
     * @throws atelier.model.AtelierException if it cannot be written to, or its database is damaged
     *     or of a newer version
     */
    public static OpenWorkspace open(Workspace workspace, FolderLocks locks) {
        OutputFolder.prepare(workspace.root());
        FolderLock lock;
        try {
            lock = locks.take(workspace.root(), ThisProcess.words());
        } catch (FolderHeldException e) {
            Database database =
                    Database.openReadOnly(workspace.database(), String.valueOf(e.getMessage()));
            return new OpenWorkspace(workspace, database, null);
        }
        boolean opened = false;
        try {
            OpenWorkspace open =
                    new OpenWorkspace(workspace, Database.open(workspace.database()), lock);
            opened = true;
            return open;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /** Where everything in it lies. */
    public Workspace workspace() {
        return workspace;
    }

    /** Its database; open to read only where another process writes it. */
    public Database database() {
        return database;
    }

    /** Why it can only be looked at, in one sentence; null where it can be changed. */
    public @Nullable String notice() {
        return database.whyReadOnly();
    }

    @Override
    public void close() {
        try (FolderLock _ = lock) {
            database.close();
        }
    }
}
