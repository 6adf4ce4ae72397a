package atelier.service.dataset.caption;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes changes of captions, each file at once and whole, and takes them back. */
public final class CaptionChanges {

    private CaptionChanges() {}

    /**
     * Writes all of them.
     *
     * @throws AtelierException if a caption is not any more what the change was made for, or cannot
     *     be written; all are then as they were
     */
    public static void apply(List<CaptionChange> changes) {
        for (CaptionChange change : changes) {
            if (!Objects.equals(change.before(), present(change.file()))) {
                throw new AtelierException(
                        change.file()
                                + " was changed meanwhile, so that nothing was written: look at the captions again.");
            }
        }
        List<CaptionChange> done = new ArrayList<>();
        try {
            for (CaptionChange change : changes) {
                CaptionFile.write(change.file(), change.after());
                done.add(change);
            }
        } catch (AtelierException e) {
            undo(done);
            throw e;
        }
    }

    /** Whether any of them stands in its file. */
    public static boolean anyWritten(List<CaptionChange> changes) {
        return changes.stream().anyMatch(change -> change.after().equals(present(change.file())));
    }

    /**
     * Takes them back, the last first. One that was never written is passed over, as after a run
     * that was killed in the middle.
     *
     * @throws AtelierException if a caption was changed since by something else, or cannot be
     *     written; in the first case all stay as they are
     */
    public static void undo(List<CaptionChange> changes) {
        List<CaptionChange> written = new ArrayList<>();
        for (CaptionChange change : changes) {
            String now = present(change.file());
            if (change.after().equals(now)) {
                written.add(change);
            } else if (!Objects.equals(change.before(), now)) {
                throw new AtelierException(
                        change.file()
                                + " was changed since, so that the change cannot be undone: edit it by hand.");
            }
        }
        for (CaptionChange change : written.reversed()) {
            if (change.before() != null) {
                CaptionFile.write(change.file(), change.before());
            } else {
                delete(change.file());
            }
        }
    }

    private static @Nullable String present(Path file) {
        return Files.exists(file) ? CaptionFile.read(file) : null;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }
}
