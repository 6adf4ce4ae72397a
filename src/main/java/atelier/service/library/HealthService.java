package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AuditRow;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthReport;
import atelier.model.library.RepairReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what the index says with the files that are there, and the library's things with their
 * own rules; mends what can be mended. Looking changes nothing; no repair changes or deletes an
 * original: what goes, goes to the trash. Every repair is in the history and can be taken back.
 */
public final class HealthService {

    private static final String WHY = "found by the health check";

    private static final String TOGETHER = WHY + " of ";

    /**
     * A repair may uncover what is to be mended next: a file that is taken in may be there twice.
     */
    private static final int ROUNDS = 4;

    private final Library library;
    private final LibraryHistory history;
    private final List<HealthCheck> checks;

    HealthService(Library library, LibraryHistory history, List<HealthCheck> checks) {
        this.library = library;
        this.history = history;
        this.checks = List.copyOf(checks);
    }

    /** Whether a change was a repair. */
    static boolean isRepair(AuditRow row) {
        return row.why().startsWith(WHY);
    }

    /**
     * Looks at everything.
     *
     * @param thorough whether contents are compared, too, which reads all files
     * @throws AtelierException if a folder cannot be read
     */
    public HealthReport check(boolean thorough, ProgressListener progress, CancelToken cancel) {
        List<HealthFinding> findings = new ArrayList<>();
        int items = 0;
        HealthLook look = new HealthLook(thorough, progress, cancel);
        for (HealthCheck check : checks) {
            cancel.check();
            HealthCheck.Found found = check.look(look);
            items += found.items();
            findings.addAll(found.findings());
        }
        return new HealthReport(library.now(), items, thorough, findings);
    }

    /**
     * Mends one thing that was found.
     *
     * @throws AtelierException if it cannot be mended, or is another way by now
     */
    public void repair(HealthFinding finding) {
        repair(finding, WHY);
    }

    private void repair(HealthFinding finding, String why) {
        library.requireWritable();
        for (HealthCheck check : checks) {
            if (check.repair(finding, why)) {
                return;
            }
        }
    }

    /**
     * Mends everything that has a repair, and what comes to light by that. All of it is taken back
     * by {@link #undoLast}.
     *
     * @param thorough as {@link #check} has it
     */
    public RepairReport repairAll(boolean thorough, ProgressListener progress, CancelToken cancel) {
        library.requireWritable();
        String why = TOGETHER + library.now();
        List<HealthFinding> repaired = new ArrayList<>();
        Set<String> failed = new LinkedHashSet<>();
        HealthReport report = check(thorough, progress, cancel);
        for (int round = 0; round < ROUNDS; round++) {
            int before = repaired.size();
            for (HealthFinding finding : report.findings()) {
                cancel.check();
                if (finding.trouble().canBeRepaired()) {
                    try {
                        repair(finding, why);
                        repaired.add(finding);
                    } catch (AtelierException e) {
                        failed.add(String.valueOf(e.getMessage()));
                    }
                }
            }
            if (repaired.size() == before) {
                break;
            }
            report = check(thorough, progress, cancel);
        }
        return new RepairReport(repaired, List.copyOf(failed), report);
    }

    /**
     * Takes the repairs that were made together last back, the newest first.
     *
     * @return how many changes were taken back; 0 where there are none
     * @throws AtelierException if one cannot be; those before it are
     */
    public int undoLast() {
        List<AuditRow> repairs =
                history.last(Integer.MAX_VALUE).stream()
                        .filter(row -> row.why().startsWith(TOGETHER) && !row.undone())
                        .toList();
        if (repairs.isEmpty()) {
            return 0;
        }
        String why = repairs.getFirst().why();
        List<AuditRow> last = repairs.stream().filter(row -> row.why().equals(why)).toList();
        last.forEach(row -> history.undo(row.id()));
        return last.size();
    }
}
