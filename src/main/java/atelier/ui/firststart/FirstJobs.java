package atelier.ui.firststart;

import atelier.service.starter.FirstOrders;
import atelier.ui.training.TrainingJobs;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The queue, as far as the first steps go.
 *
 * @param trainings all there are
 * @param images all there are
 */
public record FirstJobs(TrainingJobs trainings, List<ImageJob> images) {

    /** An empty queue. */
    static final FirstJobs NONE = new FirstJobs(TrainingJobs.NONE, List.of());

    /** Copies the list. */
    public FirstJobs {
        images = List.copyOf(images);
    }

    /** The newest that draws the first scenes with someone. */
    Optional<ImageJob> scenesWith(String trigger) {
        List<String> scenes = FirstOrders.scenes(trigger);
        return images.stream()
                .filter(job -> job.makes(scenes))
                .max(Comparator.comparingLong(job -> job.job().id()));
    }
}
