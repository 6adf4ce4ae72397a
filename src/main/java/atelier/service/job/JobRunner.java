package atelier.service.job;

import atelier.model.job.JobKind;

/**
 * Does the jobs of one kind. A job may come to it more than once: after a pause, a failure or a
 * start of Atelier, and then it goes on after what the context says was made.
 *
 * @param <O> what its orders are: a record that is the same after a round through JSON
 */
public interface JobRunner<O> {

    /** What it does. */
    JobKind kind();

    /** The type of its orders. */
    Class<O> orderType();

    /**
     * Does a job, on a thread of the queue.
     *
     * @return what came of it, in one sentence
     * @throws atelier.model.job.CancelledException if it was stopped
     * @throws atelier.model.AtelierException if it failed; the sentence is shown as it stands
     */
    String run(O order, JobContext context);

    /**
     * What is left of a job that did not come to its end.
     *
     * @param made how many results it has finished
     * @return one sentence; empty where nothing is
     */
    String kept(O order, int made);
}
