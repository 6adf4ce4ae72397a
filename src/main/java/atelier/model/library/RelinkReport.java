package atelier.model.library;

import java.util.List;

/**
 * What came of linking many adapters to their files again.
 *
 * @param relinked names of the adapters whose files are back
 * @param failed why others are not, each a sentence
 */
public record RelinkReport(List<String> relinked, List<String> failed) {

    /** Copies the lists. */
    public RelinkReport {
        relinked = List.copyOf(relinked);
        failed = List.copyOf(failed);
    }
}
