package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.LossWeight;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.UNetShapes;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * SDXL's UNet in sizes of one's own, trained to tell the noise on latents whose captions are
 * encoded (Ho et al. 2020; Podell et al. 2023).
 *
 * @param config its sizes
 * @param noise that is put on latents, and what is predicted
 * @param weights how much each place and each amount of noise counts
 */
public record DenoiserDesign(UNetConfig config, SchedulerConfig noise, List<LossWeight> weights)
        implements NetworkDesign<Batch> {

    /** Copies the list. */
    public DenoiserDesign {
        weights = List.copyOf(weights);
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return UNetShapes.of(config);
    }

    /**
     * Blocks begin as the identity and the prediction as zero: the last layer of each gives
     * nothing.
     */
    @Override
    public Initialization initialization() {
        Filling nothing = new Filling.Constant(0);
        return Initialization.of(shapes())
                .with(".*\\.resnets\\.\\d+\\.conv2\\.(weight|bias)", nothing)
                .with(".*\\.proj_out\\.(weight|bias)", nothing)
                .with("conv_out\\.(weight|bias)", nothing);
    }

    @Override
    public TrainedNetwork<Batch> build(Torch torch, Map<String, NDArray> arrays, ComputeType type) {
        return new TrainedDenoiser(torch, this, arrays, type);
    }
}
