package atelier.ui.training;

import atelier.model.job.JobRecord;
import atelier.model.training.TrainingOrder;

/**
 * A training in the queue.
 *
 * @param job how it stands
 * @param order what it is to do
 */
public record TrainingJob(JobRecord job, TrainingOrder order) {

    /** Whether it waits, runs or is set aside. */
    public boolean isOpen() {
        return !job.state().isOver();
    }
}
