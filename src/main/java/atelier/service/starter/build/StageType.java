package atelier.service.starter.build;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;

/**
 * A kind of stage.
 *
 * @param id what recipes call it
 * @param opening makes one ready to train
 */
record StageType(String id, Opening opening) {

    /** Makes stages ready to train: paints pictures, encodes what is needed of them. */
    @FunctionalInterface
    interface Opening {

        /**
         * Opens one. Runs on the lane.
         *
         * @throws atelier.model.AtelierException if its settings do not fit, or an earlier stage is
         *     missing
         */
        Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel);
    }

    /** As {@link Opening#open}. */
    Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel) {
        return opening.open(context, progress, cancel);
    }
}
