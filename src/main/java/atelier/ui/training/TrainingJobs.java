package atelier.ui.training;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trainings of the queue.
 *
 * @param all of them
 * @param busy whether the accelerator has work
 */
public record TrainingJobs(List<TrainingJob> all, boolean busy) {

    /** None. */
    public static final TrainingJobs NONE = new TrainingJobs(List.of(), false);

    /** Copies the list. */
    public TrainingJobs {
        all = List.copyOf(all);
    }

    /**
     * The one to show of those on some pictures: what runs, else what is set aside or waits, else
     * the newest.
     */
    public Optional<TrainingJob> of(Path data) {
        return all.stream()
                .filter(job -> job.order().data().equals(data))
                .min(
                        Comparator.comparingInt(TrainingJobs::rank)
                                .thenComparingLong(job -> -job.job().id()));
    }

    private static int rank(TrainingJob job) {
        return switch (job.job().state()) {
            case RUNNING -> 0;
            case PAUSED -> 1;
            case QUEUED -> 2;
            default -> 3;
        };
    }
}
