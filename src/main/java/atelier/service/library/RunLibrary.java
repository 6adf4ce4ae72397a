package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.AuditRow;
import atelier.model.library.ItemKind;
import atelier.model.library.RunRecord;
import atelier.service.training.RunIndex;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The training runs of a workspace. That one began, was finished or went to the trash is in the
 * history. Methods wait for the disk.
 */
public final class RunLibrary {

    private static final String FOLDER = "runs/";
    private static final String FINISHED = "FINISHED";

    private final Library library;

    RunLibrary(Library library) {
        this.library = library;
    }

    /** Every run, the newest first. */
    public List<RunRecord> all() {
        return library.database().read(RunRows::all);
    }

    /** Takes a run into the index, or looks at it again; forgets it where it is gone. */
    public synchronized void index(Path folder) {
        String name = Objects.requireNonNull(folder.getFileName()).toString();
        RunRecord now = RunIndex.read(folder).orElse(null);
        library.database()
                .change(connection -> {
                    RunRecord before = RunRows.find(connection, name);
                    RunRows.delete(connection, name);
                    if (now != null) {
                        RunRows.save(connection, now);
                        note(connection, before, now);
                    }
                });
    }

    private void note(Connection connection, @Nullable RunRecord before, RunRecord now)
            throws SQLException {
        String name = now.folder();
        if (before == null) {
            audit(connection, name, AuditRow.PLACE, "", FOLDER + name, "began");
        } else if (now.finished() && !before.finished()) {
            audit(
                    connection,
                    name,
                    FINISHED,
                    Boolean.toString(false),
                    Boolean.toString(true),
                    "trained to its last step");
        }
    }

    private void audit(
            Connection connection, String name, String field, String old, String now, String why)
            throws SQLException {
        library.audit().add(connection, ItemKind.RUN, name, field, old, now, why);
    }

    /**
     * Moves a run with all its checkpoints to the trash.
     *
     * @throws AtelierException if a training is in it
     */
    public synchronized void remove(String name, String why) {
        library.requireWritable();
        Path folder = library.workspace().runs().resolve(name);
        if (RunIndex.isHeld(folder)) {
            throw new AtelierException(
                    "%s is being trained in, or its training was killed: let it come to its end, then delete it."
                            .formatted(folder));
        }
        String trash = library.trash().put(List.of(folder));
        library.database()
                .change(connection -> {
                    RunRows.delete(connection, name);
                    audit(connection, name, AuditRow.PLACE, FOLDER + name, trash, why);
                });
    }
}
