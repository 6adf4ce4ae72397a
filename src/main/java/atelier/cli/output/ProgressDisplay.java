package atelier.cli.output;

import atelier.model.job.Progress;
import atelier.service.job.Pace;

/** Shows the progress of one job. Calls come one at a time. */
interface ProgressDisplay extends AutoCloseable {

    /**
     * Shows where the work is.
     *
     * @param progress the newest state
     * @param pace how fast its stage has gone so far
     */
    void show(Progress progress, Pace pace);

    /** Shows a sentence that stays. */
    void notice(String sentence);

    /** Leaves the terminal fit for another line of text. */
    @Override
    void close();
}
