package atelier.engine.score;

import atelier.engine.onnx.OnnxSession;
import atelier.engine.torch.Lane;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A DINO network (Caron et al. 2021) in an ONNX file, which tells pictures of one subject from
 * those of its like better than CLIP does. Runs on the lane.
 */
public final class DinoEmbedder implements AutoCloseable {

    private static final int SHORTER = 256;
    private static final int SIDE = 224;
    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};

    private final OnnxSession session;

    private DinoEmbedder(OnnxSession session) {
        this.session = session;
    }

    /**
     * Loads one.
     *
     * @throws atelier.model.AtelierException if the file is missing or damaged
     */
    public static DinoEmbedder open(Lane lane, Path file) {
        return new DinoEmbedder(OnnxSession.open(lane, file));
    }

    /**
     * Where a picture lies: the state of the class token, which comes first.
     *
     * @param pixels 0xRRGGBB each, row by row
     */
    public float[] embed(int[] pixels, int width, int height) {
        float[] states =
                session.run(
                        planes(CentreCrop.of(pixels, width, height, SHORTER, SIDE)),
                        1,
                        MEAN.length,
                        SIDE,
                        SIDE);
        return Arrays.copyOf(states, session.outputWidth(states.length));
    }

    private static float[] planes(int[] square) {
        double[][] colours = Planes.colours(square);
        float[] planes = new float[colours.length * square.length];
        for (int colour = 0; colour < colours.length; colour++) {
            for (int i = 0; i < square.length; i++) {
                planes[colour * square.length + i] =
                        (float) ((colours[colour][i] - MEAN[colour]) / DEVIATION[colour]);
            }
        }
        return planes;
    }

    @Override
    public void close() {
        session.close();
    }
}
