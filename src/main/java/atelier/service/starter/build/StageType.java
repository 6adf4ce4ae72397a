package atelier.service.starter.build;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;

/** A kind of stage. */
public interface StageType {

    /** What recipes call it. */
    String id();

    /**
     * Makes a stage ready to train: paints pictures, encodes what is needed of them. Runs on the
     * lane.
     *
     * @throws atelier.model.AtelierException if its settings do not fit, or an earlier stage is
     *     missing
     */
    Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel);
}
