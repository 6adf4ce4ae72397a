package atelier.engine.face;

import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FaceLandmarks;

/** A restored face, and where it belongs. */
public final class RestoredSquare {

    private static final float HALF = 127.5f;

    private final FaceAlignment alignment;
    private final float[] planes;

    private RestoredSquare(FaceAlignment alignment, float[] planes) {
        this.alignment = alignment;
        this.planes = planes;
    }

    /**
     * Cuts a face out and restores it; the picture stays as it is. Called on the lane.
     *
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    public static RestoredSquare of(
            Bitmap picture, FaceLandmarks marks, FaceRestorer restorer, CancelToken cancel) {
        FaceAlignment alignment = FaceAlignment.of(marks, restorer.template(), restorer.side());
        float[] planes = FaceWarp.cut(picture, alignment, FaceWarp.GREY);
        for (int i = 0; i < planes.length; i++) {
            planes[i] = planes[i] / HALF - 1;
        }
        return new RestoredSquare(alignment, restorer.restore(planes, cancel));
    }

    /**
     * Pastes it.
     *
     * @param factor how many times as wide and high the picture became since
     * @param strength how much of it is blended in, from 0 to 1
     */
    public void paste(FacePaste picture, int factor, double strength) {
        picture.paste(planes, alignment.ofEnlarged(factor), strength);
    }
}
