package atelier.engine.score;

import atelier.engine.onnx.OnnxSession;
import atelier.engine.torch.Lane;
import java.nio.file.Path;
import java.util.List;

/**
 * LPIPS (Zhang et al. 2018) in an ONNX file of two inputs and one number: how far two pictures are
 * from each other as people see it. Runs on the lane.
 */
public final class LpipsMeter implements AutoCloseable {

    private final OnnxSession session;

    private LpipsMeter(OnnxSession session) {
        this.session = session;
    }

    /**
     * Loads the network.
     *
     * @throws atelier.model.AtelierException if the file is missing or damaged
     */
    public static LpipsMeter open(Lane lane, Path file) {
        return new LpipsMeter(OnnxSession.open(lane, file));
    }

    /**
     * How far two pictures are from each other; 0 is no difference.
     *
     * @param one 0xRRGGBB each, row by row
     * @param other of the same size
     * @throws atelier.model.AtelierException if the network cannot take pictures of that size
     */
    public double between(int[] one, int[] other, int width, int height) {
        return session.run(List.of(planes(one), planes(other)), 1, 3, height, width)[0];
    }

    /** Values from −1 to 1, as the published weights take them. */
    private static float[] planes(int[] pixels) {
        double[][] colours = Planes.colours(pixels);
        float[] planes = new float[colours.length * pixels.length];
        for (int colour = 0; colour < colours.length; colour++) {
            for (int i = 0; i < pixels.length; i++) {
                planes[colour * pixels.length + i] = (float) (2 * colours[colour][i] - 1);
            }
        }
        return planes;
    }

    @Override
    public void close() {
        session.close();
    }
}
