package atelier.service.dataset.source;

import atelier.model.dataset.Subset;
import java.nio.file.Path;
import java.util.List;

/**
 * A subset with the files that may be its pictures and captions.
 *
 * @param subset how they are trained on
 * @param files in the order of their names
 */
public record SubsetFiles(Subset subset, List<Path> files) {

    /** Copies the list. */
    public SubsetFiles {
        files = List.copyOf(files);
    }
}
