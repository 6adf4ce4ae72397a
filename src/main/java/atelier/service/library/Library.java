package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.Workspace;
import atelier.service.storage.database.Database;
import atelier.service.storage.database.OpenWorkspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every part of the library works on. Files are the truth: a change is written to the file
 * first, and then to the database, which is made again from the files where the two differ.
 *
 * @param workspace where everything lies
 * @param database the index
 * @param audit the history
 * @param trash where deleted files go
 * @param clock tells the time of changes
 */
record Library(Workspace workspace, Database database, Audit audit, Trash trash, Clock clock) {

    /**
     * @param who makes changes
     */
    static Library of(OpenWorkspace open, Clock clock, String who) {
        return new Library(
                open.workspace(),
                open.database(),
                new Audit(clock, who),
                new Trash(open.workspace(), clock),
                clock);
    }

    /** To the millisecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Checks that something may be changed, before any file is.
     *
     * @throws AtelierException if another process has the workspace open
     */
    void requireWritable() {
        String why = database.whyReadOnly();
        if (why != null) {
            throw new AtelierException(why);
        }
    }
}
