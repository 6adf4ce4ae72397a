package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import atelier.engine.convnet.PictureUNetConfig;
import atelier.engine.convnet.PictureUNetConfig.Output;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A U-Net over pictures, trained to change them to what they should be, or to tell what of them
 * belongs to what is looked for.
 *
 * @param config its sizes
 * @param loss what it learns
 */
public record PictureUNetDesign(PictureUNetConfig config, PictureUNetLoss loss)
        implements NetworkDesign<PicturePairs> {

    /**
     * Checks the loss.
     *
     * @throws IllegalArgumentException if it has a cross entropy where pictures come out
     */
    public PictureUNetDesign {
        if (config.output() == Output.CHANGE && loss.entropy() != 0) {
            throw new IllegalArgumentException("an entropy of pictures: " + loss.entropy());
        }
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return config.shapes();
    }

    /** Pictures come back as they are, or shares are a half; residual blocks are the identity. */
    @Override
    public Initialization initialization() {
        return Initialization.of(shapes())
                .with("head\\.(weight|bias)", new Filling.Constant(0))
                .rectified();
    }

    @Override
    public TrainedNetwork<PicturePairs> build(
            Torch torch, Map<String, NDArray> weights, ComputeType type) {
        return new TrainedPictureUNet(torch, this, weights, type);
    }
}
