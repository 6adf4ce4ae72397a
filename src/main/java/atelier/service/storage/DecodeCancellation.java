package atelier.service.storage;

import atelier.model.job.CancelToken;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Ends a decoder in the middle of a picture once the work is no longer wanted. */
final class DecodeCancellation implements IIOReadProgressListener {

    private final CancelToken cancel;

    DecodeCancellation(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (cancel.isCancelled()) {
            source.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
