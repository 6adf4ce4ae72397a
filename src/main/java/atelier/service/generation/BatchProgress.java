package atelier.service.generation;

import atelier.model.generation.GenerationRequest;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;

/**
 * Tells of the sampling of many images as of one stage, whose units are steps; other stages, such
 * as loading, pass through.
 */
final class BatchProgress implements ProgressListener {

    private static final String STAGE = "Sampling";
    private static final String STEP = "step";

    private final ProgressListener listener;
    private final int images;
    private final long total;
    private int finishedImages;
    private long finishedSteps;
    private int steps;

    /**
     * @param images in all
     * @param total steps in all
     */
    BatchProgress(ProgressListener listener, int images, long total) {
        this.listener = listener;
        this.images = images;
        this.total = total;
    }

    /** Goes on with images of that request. */
    void begin(GenerationRequest request) {
        steps = request.sampling().steps();
    }

    /** Counts images of a request that are there. */
    void finished(GenerationRequest request, int count) {
        finishedImages += count;
        finishedSteps += (long) count * request.sampling().steps();
    }

    @Override
    public void progressed(Progress progress) {
        if (!progress.unit().equals(STEP) || progress.total() <= 0) {
            listener.progressed(progress);
            return;
        }
        // A step of some samplers is two calls of the model, and a picture to start from skips
        // some.
        long done = finishedSteps + steps * progress.done() / progress.total();
        listener.progressed(
                new Progress(
                        STAGE,
                        done,
                        total,
                        STEP,
                        "image %d of %d".formatted(finishedImages + 1, images)));
    }

    @Override
    public void noticed(String notice) {
        listener.noticed(notice);
    }
}
