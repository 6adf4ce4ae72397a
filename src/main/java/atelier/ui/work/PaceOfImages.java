package atelier.ui.work;

import atelier.model.AtelierException;
import atelier.model.generation.GenerationBatch;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.job.JobQueue;
import java.time.Duration;

/**
 * How fast images were made of late, to tell how long others will take.
 *
 * @param seconds of a pixel's step; negative where not known
 */
public record PaceOfImages(double seconds) {

    /** Nothing is known yet. */
    public static final PaceOfImages UNKNOWN = new PaceOfImages(-1);

    private static final double MILLIS = 1000;

    /** By the last batch that came to its end in one go. */
    public static PaceOfImages of(JobList jobs) {
        for (JobRecord job : jobs.over()) {
            if (job.kind() == JobKind.GENERATION
                    && job.state() == JobState.DONE
                    && job.status().started() != null
                    && job.status().ended() != null) {
                double work = work(job);
                double took =
                        Duration.between(job.status().started(), job.status().ended()).toMillis()
                                / MILLIS;
                if (work > 0 && took > 0) {
                    return new PaceOfImages(took / work);
                }
            }
        }
        return UNKNOWN;
    }

    private static double work(JobRecord job) {
        try {
            return JobQueue.order(job, GenerationBatch.class).orders().stream()
                    .map(order -> order.request())
                    .mapToDouble(request ->
                            1.0
                                    * request.count()
                                    * request.sampling().steps()
                                    * request.width()
                                    * request.height())
                    .sum();
        } catch (AtelierException e) {
            return 0;
        }
    }

    /**
     * Seconds that work takes; negative where not known.
     *
     * @param pixelSteps pixels of all images, each as often as it has steps
     */
    public double secondsOf(double pixelSteps) {
        return seconds < 0 ? -1 : seconds * pixelSteps;
    }
}
