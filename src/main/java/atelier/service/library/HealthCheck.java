package atelier.service.library;

import atelier.model.job.CancelToken;
import atelier.model.library.HealthFinding;
import java.util.List;

/** Looks at one kind of things and mends them. */
interface HealthCheck {

    /** What came of looking at a kind of things. */
    record Found(int items, List<HealthFinding> findings) {}

    /**
     * Looks at all of them.
     *
     * @param thorough whether contents are compared, too, and not only names and sizes
     */
    Found look(boolean thorough, CancelToken cancel);

    /**
     * Mends what was found.
     *
     * @return whether it is one of its kind
     * @throws atelier.model.AtelierException if it cannot be, or is another way by now
     */
    boolean repair(HealthFinding finding, String why);
}
