package atelier.model.library;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a health check came to.
 *
 * @param when it ended
 * @param items how many things were looked at
 * @param thorough whether contents were compared, too, and not only names and sizes
 * @param findings the gravest first
 */
public record HealthReport(
        Instant when, int items, boolean thorough, List<HealthFinding> findings) {

    /** Sorts the findings by their grade. */
    public HealthReport {
        findings =
                findings.stream()
                        .sorted(Comparator.comparing(finding -> finding.trouble().grade()))
                        .toList();
    }

    /** How many findings are of a grade. */
    public int count(HealthGrade grade) {
        return (int)
                findings.stream().filter(finding -> finding.trouble().grade() == grade).count();
    }

    /** The findings whose repair loses nothing and can be taken back. */
    public List<HealthFinding> safe() {
        return findings.stream().filter(finding -> finding.trouble().isSafe()).toList();
    }
}
