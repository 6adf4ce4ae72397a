package atelier.engine.score;

import atelier.engine.clip.PicturePixels;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import java.nio.file.Path;

/**
 * A picture tower in an ONNX file, which tells where pictures lie in the space that it shares with
 * texts. Runs on the lane.
 */
public final class PictureEmbedder implements AutoCloseable {

    private static final int COLOURS = 3;

    private final OnnxSession session;
    private final int side;

    private PictureEmbedder(OnnxSession session, int side) {
        this.session = session;
        this.side = side;
    }

    /**
     * Loads a tower.
     *
     * @throws AtelierException if the file is missing, damaged, or takes no square colour pictures
     */
    public static PictureEmbedder open(Lane lane, Path file) {
        OnnxSession session = OnnxSession.open(lane, file);
        long[] shape = session.inputShape();
        if (shape.length != 4 || shape[1] != COLOURS || shape[2] != shape[3] || shape[2] < 1) {
            session.close();
            throw new AtelierException(
                    file
                            + " takes no square colour pictures and so is no picture tower: choose another file.");
        }
        return new PictureEmbedder(session, Math.toIntExact(shape[2]));
    }

    /**
     * Where a picture lies. What is wider or higher than a square is cut on both sides, as CLIP
     * does, and the square is brought to the tower's size, each pixel the mean of what it covers.
     *
     * @param pixels 0xRRGGBB each, row by row
     * @return its projected state, of any length
     */
    public float[] embed(int[] pixels, int width, int height) {
        int[] square = SquareResize.of(pixels, width, height, side);
        return session.run(PicturePixels.normalized(square), 1, COLOURS, side, side);
    }

    @Override
    public void close() {
        session.close();
    }
}
