package atelier.model.library;

import java.util.List;

/**
 * What came of mending a library.
 *
 * @param repaired what was mended, in that order
 * @param failed why something could not be, each a sentence
 * @param left how the library is now
 */
public record RepairReport(List<HealthFinding> repaired, List<String> failed, HealthReport left) {

    /** Copies the lists. */
    public RepairReport {
        repaired = List.copyOf(repaired);
        failed = List.copyOf(failed);
    }
}
