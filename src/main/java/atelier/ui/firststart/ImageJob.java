package atelier.ui.firststart;

import atelier.model.generation.GenerationBatch;
import atelier.model.job.JobRecord;
import java.util.List;

/**
 * Images in the queue.
 *
 * @param job how it stands
 * @param batch what it is to make
 */
public record ImageJob(JobRecord job, GenerationBatch batch) {

    /** Whether it makes those scenes. */
    boolean makes(List<String> scenes) {
        return batch.orders().stream()
                .map(order -> order.request().prompt())
                .toList()
                .equals(scenes);
    }
}
