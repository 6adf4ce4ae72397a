package atelier.service.job;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.SequencedMap;

/** What a job has of the queue that runs it. */
public interface JobContext {

    /**
     * Tells the job from every other, of this workspace and of others: for what it makes, so that
     * this is found again where it could not be written down.
     */
    String mark();

    /** Hears how far the job is. */
    ProgressListener progress();

    /** Tells the job to stop: it was paused or cancelled, or Atelier ends. */
    CancelToken cancel();

    /** What the job has finished, this time and earlier: each file by its item, in order. */
    SequencedMap<String, Path> made();

    /**
     * Writes down a result, so that it is not made again.
     *
     * @param item tells it from the job's others
     * @throws atelier.model.AtelierException if it cannot be written down
     */
    void made(String item, Path file);

    /** Shows what is not finished yet; what is shown is not kept. */
    void preview(PreviewPicture picture);
}
