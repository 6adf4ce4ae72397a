package atelier.service.dataset;

import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Names pictures in short: from the folder on that holds all of them.
 *
 * @param folder null where there is none
 */
record NamesFrom(@Nullable Path folder) {

    /** Names from the innermost folder that holds every picture of a dataset. */
    static NamesFrom of(Dataset dataset) {
        Path common = null;
        for (DatasetPicture picture : dataset.pictures()) {
            Path parent = picture.file().toAbsolutePath().getParent();
            if (common == null) {
                common = parent;
            }
            while (common != null && parent != null && !parent.startsWith(common)) {
                common = common.getParent();
            }
        }
        return new NamesFrom(common);
    }

    String name(Path file) {
        Path absolute = file.toAbsolutePath();
        return folder != null && absolute.startsWith(folder)
                ? folder.relativize(absolute).toString()
                : absolute.toString();
    }
}
