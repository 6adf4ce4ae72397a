package atelier.model.library;

import java.util.List;

/**
 * What reading the files again came to.
 *
 * @param characters how many there are now
 * @param pictures of them
 * @param adapters how many there are now
 * @param images how many there are now
 * @param runs how many there are now
 * @param problems what could not be read, each a sentence
 * @param lost what only the old database knew, each a sentence; nothing where it was there
 */
public record RescanReport(
        int characters,
        int pictures,
        int adapters,
        int images,
        int runs,
        List<String> problems,
        List<String> lost) {

    /** Copies the lists. */
    public RescanReport {
        problems = List.copyOf(problems);
        lost = List.copyOf(lost);
    }
}
