package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import atelier.engine.convnet.FaceDetectorConfig;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A detector of faces that is trained.
 *
 * @param config its sizes
 * @param loss what it learns
 */
public record FaceDetectorDesign(FaceDetectorConfig config, FaceDetectorLoss loss)
        implements NetworkDesign<FaceScenes> {

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return config.shapes();
    }

    /** Every cell begins without an opinion; residual blocks are the identity. */
    @Override
    public Initialization initialization() {
        return Initialization.of(shapes())
                .with("heads\\.\\d+\\.out\\.(weight|bias)", new Filling.Constant(0))
                .rectified();
    }

    @Override
    public TrainedNetwork<FaceScenes> build(
            Torch torch, Map<String, NDArray> weights, ComputeType type) {
        return new TrainedFaceDetector(torch, loss, weights, type);
    }
}
