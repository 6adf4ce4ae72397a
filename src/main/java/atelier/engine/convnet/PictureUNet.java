package atelier.engine.convnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.torch.Weights;
import java.util.Map;

/** A U-Net over pictures. It runs in the element type of its weights, on the lane. */
public final class PictureUNet implements AutoCloseable {

    private final Program program;
    private final Weights weights;

    /**
     * @param arrays every array of the network by its name, all of one element type; they stay
     *     their owner's
     */
    public PictureUNet(Torch torch, Map<String, NDArray> arrays) {
        this.program = torch.load("convnet/picture_unet");
        this.weights = Weights.of(arrays);
    }

    /**
     * Looks at pictures.
     *
     * @param owner closes the result
     * @param pictures [batch, 3, height, width], sides divisible by the reduction
     * @return [batch, channels, height, width]; see {@link PictureUNetConfig.Output}
     */
    public NDArray run(NDManager owner, NDArray pictures) {
        return program.call(owner, "run", weights, pictures);
    }

    @Override
    public void close() {
        program.close();
    }
}
