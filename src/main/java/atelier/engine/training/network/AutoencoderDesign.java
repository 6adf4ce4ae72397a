package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.VaeConfig;
import atelier.engine.weights.VaeShapes;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * SDXL's autoencoder in sizes of one's own, trained to give pictures back.
 *
 * @param config its sizes
 * @param loss what it learns
 */
public record AutoencoderDesign(VaeConfig config, AutoencoderLoss loss)
        implements NetworkDesign<PictureBatch> {

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return VaeShapes.of(config);
    }

    /** Residual blocks begin as the identity, as their last convolution gives nothing. */
    @Override
    public Initialization initialization() {
        return Initialization.of(shapes())
                .with(".*\\.resnets\\.\\d+\\.conv2\\.(weight|bias)", new Filling.Constant(0))
                .with(".*\\.to_out\\.0\\.(weight|bias)", new Filling.Constant(0));
    }

    @Override
    public TrainedNetwork<PictureBatch> build(
            Torch torch, Map<String, NDArray> weights, ComputeType type) {
        return new TrainedAutoencoder(torch, config, loss, weights, type);
    }
}
