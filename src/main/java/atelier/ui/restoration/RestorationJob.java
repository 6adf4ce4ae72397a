package atelier.ui.restoration;

import atelier.model.job.JobRecord;
import atelier.model.restoration.RestorationOrder;

/**
 * A restoration in the queue.
 *
 * @param job how it stands
 * @param order what is to be done
 */
public record RestorationJob(JobRecord job, RestorationOrder order) {}
