package atelier.ui.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Adapters that were brought from elsewhere: files, and folders of them.
 *
 * @param picks those that can be compared
 * @param refused the name of the first that cannot; empty where all can
 */
record BroughtAdapters(List<Pick<Path>> picks, String refused) {

    private static final String CHECKPOINTS = "checkpoints";

    /** Copies the list. */
    BroughtAdapters {
        picks = List.copyOf(picks);
    }

    /** Looks at what was brought. Waits for the disk. */
    static BroughtAdapters of(List<Path> paths) {
        List<Pick<Path>> picks = new ArrayList<>();
        String refused = "";
        for (Path path : paths) {
            int count = OfferedAdapters.count(path);
            if (count > 0) {
                picks.add(new Pick<>(path, name(path), count, false));
            } else if (refused.isEmpty()) {
                refused = String.valueOf(path.getFileName());
            }
        }
        return new BroughtAdapters(picks, refused);
    }

    /** Checkpoints are called by their run. */
    private static String name(Path path) {
        Path above = path.getParent();
        return String.valueOf(
                path.endsWith(CHECKPOINTS) && above != null
                        ? above.getFileName()
                        : path.getFileName());
    }
}
