package atelier.ui.dataset;

import atelier.model.dataset.LeftOut;
import atelier.model.dataset.PictureReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the dataset as the grid shows it.
 *
 * @param number counted from 1
 * @param file where it lies
 * @param report what training gets of it; null where it is left out
 * @param leftOut why it is left out; null where it is not
 */
record DatasetItem(
        int number, Path file, @Nullable PictureReport report, @Nullable LeftOut leftOut) {

    /** Whether there is nothing to look at. */
    boolean ready() {
        return report != null && report.ready();
    }

    /** Its caption; empty where it has none. */
    String caption() {
        return report == null ? "" : report.picture().caption();
    }

    /** Its file's name. */
    String name() {
        return file.getFileName().toString();
    }
}
