package atelier.engine.face;

import atelier.model.job.CancelToken;

/** Restores faces that are aligned and cut out. Runs on the lane. */
public interface FaceRestorer extends AutoCloseable {

    /** Where eyes, nose and mouth have to be. */
    FaceTemplate template();

    /** Pixels of a side of the square that it takes and gives. */
    int side();

    /**
     * Restores one face.
     *
     * @param planes [3, side, side], red, green, blue from −1 to 1
     * @return likewise; may lie a little beyond
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    float[] restore(float[] planes, CancelToken cancel);

    @Override
    void close();
}
