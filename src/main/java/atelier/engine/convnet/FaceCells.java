package atelier.engine.convnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.torch.Weights;
import java.util.Map;

/**
 * A detector of faces as it is trained: it tells what is in each cell. It runs in the element type
 * of its weights, on the lane.
 */
public final class FaceCells implements AutoCloseable {

    private final Program program;
    private final Weights weights;

    /**
     * @param arrays every array of the network by its name, all of one element type; they stay
     *     their owner's
     */
    public FaceCells(Torch torch, Map<String, NDArray> arrays) {
        this.program = torch.load("convnet/face_detector");
        this.weights = Weights.of(arrays);
    }

    /**
     * Looks at pictures.
     *
     * @param owner closes the result
     * @param pictures [batch, 3, side, side], blue, green and red from 0 to 255
     * @return [batch, cells, 16] in the order of {@link FaceGrid#wanted}, of each cell how well its
     *     box fits and whether there is a face, as logits, then the box and the marks
     */
    public NDArray run(NDManager owner, NDArray pictures) {
        return program.call(owner, "run", weights, pictures);
    }

    @Override
    public void close() {
        program.close();
    }
}
