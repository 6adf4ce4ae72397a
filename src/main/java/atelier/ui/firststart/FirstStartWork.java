package atelier.ui.firststart;

import atelier.model.generation.PreviewPicture;
import atelier.model.job.ProgressListener;
import atelier.ui.training.Trainee;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the first steps have done for them. It waits for the disk and more, so that all but {@link
 * #listen} is called beside the window's thread. Failures are {@link
 * atelier.model.AtelierException}.
 */
public interface FirstStartWork {

    /** Looks at what there is; brings the sample character into a workspace that is new. */
    Found begin(ProgressListener progress);

    /** The adapter that a training has come to, if it has. */
    Optional<Path> adapterOf(long job);

    /** Puts a short training of someone in the queue, as long as a newcomer has patience for. */
    void train(Trainee trainee);

    /** Puts images of the first scenes with someone in the queue. */
    void draw(Trainee trainee, Path adapter);

    /** Lets a job go on that was set aside. */
    void resume(long job);

    /** Tries a job again, from where it was. */
    void retry(long job);

    /** What a job has made so far, in order. */
    List<Path> made(long job);

    /** The newest previews of the run in that folder. */
    List<Path> previews(Path run);

    /**
     * Tells of the queue at once and whenever it changes, on any thread.
     *
     * @param previewed gets the number of a job, and what can be seen of the image it makes
     */
    void listen(Consumer<FirstJobs> changed, BiConsumer<Long, PreviewPicture> previewed);
}
