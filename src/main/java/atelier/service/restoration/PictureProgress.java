package atelier.service.restoration;

import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import java.util.Locale;

/**
 * Tells of the images of an order as of one stage. What happens within an image is a remark on it;
 * stages before the first one pass through.
 */
final class PictureProgress implements ProgressListener {

    private static final String STAGE = "Restoring";

    private final ProgressListener listener;
    private final int total;
    private int done;

    /**
     * @param done images that were there before
     * @param total images in all
     */
    PictureProgress(ProgressListener listener, int done, int total) {
        this.listener = listener;
        this.done = done;
        this.total = total;
        tell("");
    }

    /** An image is there. */
    void finished() {
        done++;
        tell("");
    }

    private void tell(String detail) {
        listener.progressed(new Progress(STAGE, done, total, "picture", detail));
    }

    @Override
    public void progressed(Progress progress) {
        tell(
                progress.total() > 1
                        ? "%s %d of %d"
                                .formatted(
                                        progress.stage().toLowerCase(Locale.ROOT),
                                        progress.done(),
                                        progress.total())
                        : progress.stage().toLowerCase(Locale.ROOT));
    }

    @Override
    public void noticed(String notice) {
        listener.noticed(notice);
    }
}
