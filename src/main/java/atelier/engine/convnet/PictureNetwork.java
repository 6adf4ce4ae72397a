package atelier.engine.convnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.torch.Weights;
import java.util.Map;

/**
 * A network that looks at pictures, as it is trained. It runs in the element type of its weights,
 * on the lane.
 */
public final class PictureNetwork implements AutoCloseable {

    private final Program program;
    private final Weights weights;

    private PictureNetwork(Torch torch, String program, Map<String, NDArray> arrays) {
        this.program = torch.load("convnet/" + program);
        this.weights = Weights.of(arrays);
    }

    /**
     * A U-Net. Of pictures [batch, 3, height, width], sides divisible by the reduction, it makes
     * [batch, channels, height, width]; see {@link PictureUNetConfig.Output}.
     *
     * @param arrays every array of the network by its name, all of one element type; they stay
     *     their owner's
     */
    public static PictureNetwork uNet(Torch torch, Map<String, NDArray> arrays) {
        return new PictureNetwork(torch, "picture_unet", arrays);
    }

    /**
     * A detector of faces. Of pictures [batch, 3, side, side], blue, green and red from 0 to 255,
     * it makes [batch, cells, 16] in the order of {@link FaceGrid#wanted}: of each cell how well
     * its box fits and whether there is a face, as logits, then the box and the marks.
     *
     * @param arrays as for the U-Net
     */
    public static PictureNetwork faceDetector(Torch torch, Map<String, NDArray> arrays) {
        return new PictureNetwork(torch, "face_detector", arrays);
    }

    /**
     * Looks at pictures.
     *
     * @param owner closes the result
     */
    public NDArray run(NDManager owner, NDArray pictures) {
        return program.call(owner, "run", weights, pictures);
    }

    @Override
    public void close() {
        program.close();
    }
}
