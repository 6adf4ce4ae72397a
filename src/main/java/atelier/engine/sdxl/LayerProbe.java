package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes single layers by themselves, so that what changes do to them can be compared. */
public final class LayerProbe implements AutoCloseable {

    private static final String LAYER = "layer";

    private final Torch torch;
    private final Program program;

    /** Loads the program of single layers. */
    public LayerProbe(Torch torch) {
        this.torch = torch;
        this.program = torch.load("sdxl/layer");
    }

    /**
     * What a layer without a bias makes of its inputs.
     *
     * @param owner closes the result
     * @param weight the layer's own weight: [out, in] or [out, in, k, k]
     * @param change what is done to it; null for nothing
     * @param inputs [n, in] or [n, in, k, k], each seen by every kernel once
     * @return [n, out] or [n, out, 1, 1]
     */
    public NDArray output(
            NDManager owner, NDArray weight, @Nullable LayerChange change, NDArray inputs) {
        boolean convolution = weight.getShape().dimension() == 4;
        try (NDManager call = torch.newManager()) {
            Block block =
                    new Block(
                            program,
                            convolution ? "conv" : "linear",
                            "",
                            Map.of(
                                    LAYER + ".weight",
                                    weight,
                                    LAYER + ".bias",
                                    torch.zeros(call, weight.getShape().get(0))));
            block.change(change == null ? Map.of() : Map.of(LAYER, change));
            return block.call(owner, inputs);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
