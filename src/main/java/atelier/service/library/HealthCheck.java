package atelier.service.library;

import atelier.model.library.HealthFinding;
import java.util.List;

/** Looks at one kind of things and mends them. */
interface HealthCheck {

    /** What came of looking at a kind of things. */
    record Found(int items, List<HealthFinding> findings) {}

    /** Looks at all of them. */
    Found look(HealthLook look);

    /**
     * Mends what was found.
     *
     * @return whether it is one of its kind
     * @throws atelier.model.AtelierException if it cannot be, or is another way by now
     */
    boolean repair(HealthFinding finding, String why);
}
