package atelier.engine.upscale;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;

/** Makes images larger. Runs on the lane. */
public interface Upscaler extends AutoCloseable {

    /** How many times as wide and high an image comes out. */
    int factor();

    /**
     * Makes one larger, its transparency included.
     *
     * @param progress hears of each part that is done
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    Bitmap upscale(Bitmap picture, CancelToken cancel, ProgressListener progress);

    @Override
    void close();
}
