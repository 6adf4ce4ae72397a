package atelier.service.library;

import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.storage.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * How the health check looks at things.
 *
 * @param thorough whether contents are compared, too, and not only names, sizes and times
 * @param progress hears which thing is looked at
 * @param cancel stops it, within a file, too
 */
record HealthLook(boolean thorough, ProgressListener progress, CancelToken cancel) {

    /** Looks at one after the other. */
    <T> void each(String stage, String unit, List<T> things, Consumer<T> look) {
        for (int number = 0; number < things.size(); number++) {
            cancel.check();
            progress.progressed(Progress.of(stage, number, things.size(), unit));
            look.accept(things.get(number));
        }
        progress.progressed(Progress.of(stage, things.size(), things.size(), unit));
    }

    /** The hash of a file's bytes. */
    String hash(Path file) {
        return Sha256.ofFile(file, cancel);
    }
}
