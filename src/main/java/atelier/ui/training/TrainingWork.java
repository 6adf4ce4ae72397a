package atelier.ui.training;

import atelier.model.training.RunNews;
import atelier.model.training.RunRequest;
import atelier.model.training.TrainingOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the training panel has done for it. It waits for the disk and more, so that all but {@link
 * #listen} is called beside the window's thread. Failures are {@link
 * atelier.model.AtelierException}.
 */
public interface TrainingWork {

    /** Who can be trained, in the library's order. */
    List<Trainee> trainees();

    /** What can be trained on, the one that comes with Atelier first. */
    List<BaseModel> models();

    /**
     * An order into a new folder of the workspace.
     *
     * @param sets settings that are not as usual
     */
    TrainingOrder order(Trainee trainee, BaseModel model, String trigger, Map<String, String> sets);

    /** What an order will come to; only while nothing else is computed. */
    SpeedForecast forecast(TrainingOrder order);

    /** Puts a training at the end of the queue. */
    void submit(String title, TrainingOrder order);

    /** Sets a job aside. */
    void pause(long job);

    /** Lets a job go on. */
    void resume(long job);

    /** Tries a job again, from where it was saved. */
    void retry(long job);

    /** Asks something of the run in that folder. */
    void ask(Path run, RunRequest request);

    /** What is new of the run in that folder since the last look. */
    RunNews look(Path run);

    /**
     * Copies an adapter into the library.
     *
     * @return what it is called there
     */
    String keep(Path adapter, Trainee trainee, String trigger);

    /** Tells of the queue at once and whenever it changes, on any thread. */
    void listen(Consumer<TrainingJobs> listener);
}
