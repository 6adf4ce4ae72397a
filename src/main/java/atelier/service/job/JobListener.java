package atelier.service.job;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;

/**
 * Hears of the queue, on whichever thread changes it, one call at a time; it must return at once
 * and never throw. A window hands what it hears to its own thread, the newest in place of those not
 * shown yet.
 */
@FunctionalInterface
public interface JobListener {

    /** Called after every change, with everything as it is then. */
    void changed(JobList jobs);

    /**
     * Called when a job goes on otherwise than may be expected, such as slower for want of memory.
     *
     * @param notice one plain sentence
     */
    default void noticed(JobRecord job, String notice) {}

    /** Called as an image takes shape. */
    default void previewed(JobRecord job, PreviewPicture picture) {}
}
