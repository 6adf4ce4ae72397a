package atelier.service.library;

import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what the index says with the files that are there, and the library's things with their
 * own rules; mends what can be mended. Looking changes nothing; no repair changes or deletes an
 * original: what goes, goes to the trash.
 */
public final class HealthService {

    private static final String WHY = "found by the health check";
    private static final String STAGE = "Checking the library";

    private final Library library;
    private final List<HealthCheck> checks;

    HealthService(Library library, List<HealthCheck> checks) {
        this.library = library;
        this.checks = List.copyOf(checks);
    }

    /**
     * Looks at everything.
     *
     * @param thorough whether contents are compared, too, which reads all files
     * @throws atelier.model.AtelierException if a folder cannot be read
     */
    public HealthReport check(boolean thorough, ProgressListener progress, CancelToken cancel) {
        List<HealthFinding> findings = new ArrayList<>();
        int items = 0;
        for (int number = 0; number < checks.size(); number++) {
            progress.progressed(Progress.of(STAGE, number, checks.size(), "kind"));
            HealthCheck.Found found = checks.get(number).look(thorough, cancel);
            items += found.items();
            findings.addAll(found.findings());
        }
        progress.progressed(Progress.of(STAGE, checks.size(), checks.size(), "kind"));
        return new HealthReport(library.now(), items, thorough, findings);
    }

    /**
     * Mends one thing that was found.
     *
     * @throws atelier.model.AtelierException if it cannot be mended, or is another way by now
     */
    public void repair(HealthFinding finding) {
        library.requireWritable();
        for (HealthCheck check : checks) {
            if (check.repair(finding, WHY)) {
                return;
            }
        }
    }
}
