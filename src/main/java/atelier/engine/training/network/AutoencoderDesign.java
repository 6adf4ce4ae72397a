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

    /** Of a kernel of three by three: the pixels that become one. */
    private static final List<Integer> FOUR = List.of(0, 1, 3, 4);

    private static final List<Integer> CENTRE = List.of(4);

    /** Of the noise in the latents: a variance of 1 would hide all else for a long while. */
    private static final float LOG_VARIANCE = -6;

    /** Of a kernel of one by one. */
    private static final List<Integer> ONLY = List.of(0);

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return VaeShapes.of(config);
    }

    /**
     * It begins with small pictures: residual blocks give what they got, and what halves or doubles
     * the sides passes on means of four pixels, or each pixel four times, beside random features.
     * There is little noise.
     */
    @Override
    public Initialization initialization() {
        return Initialization.of(shapes())
                .with(".*\\.resnets\\.\\d+\\.conv2\\.(weight|bias)", new Filling.Constant(0))
                .with(".*\\.downsamplers\\.0\\.conv\\.weight", new Filling.Passing(FOUR))
                .with(".*\\.upsamplers\\.0\\.conv\\.weight", new Filling.Passing(CENTRE))
                .with("(en|de)coder\\.conv_(in|out)\\.weight", new Filling.Passing(CENTRE))
                .with("(post_)?quant_conv\\.weight", new Filling.Passing(ONLY))
                .with("quant_conv\\.bias", new Filling.Halves(0, LOG_VARIANCE))
                .with(".*\\.conv_shortcut\\.weight", new Filling.Passing(ONLY))
                .with(".*\\.to_out\\.0\\.(weight|bias)", new Filling.Constant(0));
    }

    @Override
    public TrainedNetwork<PictureBatch> build(
            Torch torch, Map<String, NDArray> weights, ComputeType type) {
        return new TrainedAutoencoder(torch, config, loss, weights, type);
    }
}
